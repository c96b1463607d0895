package org.huying.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/// A table as people keep it: a CSV file in UTF-8, or the first sheet of an XLSX file. Whoever reads one reads CSV; lines
/// keep the numbers that they have in the sheet.
public final class Sheet {
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ISO_LOCAL_DATE_TIME;
    private static final int MOST_COLUMNS = 200;
    private static final String MARK = "\uFEFF";

    private Sheet() {}

    public static BufferedReader open(Path file) throws IOException {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        var reader =
                name.endsWith(".xlsx")
                        ? converted(file)
                        : Files.newBufferedReader(file, StandardCharsets.UTF_8);
        reader.mark(1);
        if (reader.read() != MARK.charAt(0)) {
            reader.reset();
        }
        return reader;
    }

    private static BufferedReader converted(Path file) throws IOException {
        var copy = Files.createTempFile("huying", ".csv");
        try {
            try (var book = new ReadableWorkbook(file.toFile(), WITH_FORMATS);
                    var rows = book.getFirstSheet().openStream();
                    var csv =
                            new CSVPrinter(
                                    Files.newBufferedWriter(copy, StandardCharsets.UTF_8),
                                    CSVFormat.DEFAULT)) {
                for (var row = rows.iterator(); row.hasNext(); ) {
                    csv.printRecord(cells(row.next()));
                }
            }
            return new BufferedReader(
                    new InputStreamReader(
                            Files.newInputStream(copy, StandardOpenOption.DELETE_ON_CLOSE),
                            StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw new IOException("XLSX: " + e.getMessage(), e);
        }
    }

    private static List<String> cells(Row row) throws IOException {
        if (row.getCellCount() > MOST_COLUMNS) {
            throw new IOException("%d columns".formatted(row.getCellCount()));
        }
        var cells = new ArrayList<String>();
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(Sheet::text).orElse(""));
        }
        return cells;
    }

    /// What a person reads in the cell: numbers without an exponent, days and times as the standard writes them.
    private static String text(Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            return Objects.requireNonNullElse(cell.getText(), "");
        }
        var format = Objects.requireNonNullElse(cell.getDataFormatString(), "");
        if (format.toLowerCase(Locale.ROOT).matches(".*[yd].*")) {
            var time = cell.asDate();
            return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? DAY.format(time)
                    : MINUTE.format(time);
        }
        return cell.asNumber().stripTrailingZeros().toPlainString();
    }
}
