package org.huying.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/// The rows of the first sheet of a workbook: what a person reads in each cell, numbers without an exponent, days and times
/// as the standard writes them. Of a formula only what it came to last counts.
final class ExcelRows implements Rows {

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_LOCAL_DATE_TIME;
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");
    private static final int MOST_DIGITS = 40;

    private final ReadableWorkbook book;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final Limits limits;
    private int read;

    ExcelRows(Path file, Limits limits) throws IOException, Unfit {
        this.limits = limits;
        try {
            this.book = new ReadableWorkbook(file.toFile(), WITH_FORMATS);
        } catch (IOException | RuntimeException _) {
            throw Unfit.noWorkbook();
        }
        try {
            this.stream = book.getFirstSheet().openStream();
            this.rows = stream.iterator();
        } catch (IOException | RuntimeException _) {
            book.close();
            throw Unfit.noWorkbook();
        }
    }

    /// The library has no one exception for what it cannot read.
    @Override
    public Optional<Row> next() throws Unfit {
        try {
            while (rows.hasNext()) {
                var row = rows.next();
                var cells = cells(row);
                if (cells.stream().anyMatch(it -> !it.isBlank())) {
                    if (read++ > limits.rows()) {
                        throw limits.tooManyRows();
                    }
                    return Optional.of(new Row(row.getRowNum(), cells));
                }
            }
            return Optional.empty();
        } catch (RuntimeException _) {
            throw Unfit.noWorkbook();
        }
    }

    private List<String> cells(org.dhatim.fastexcel.reader.Row row) throws Unfit {
        if (row.getCellCount() > limits.columns()) {
            throw limits.tooManyColumns(row.getRowNum());
        }
        var cells = new ArrayList<String>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            var text = row.getOptionalCell(i).map(ExcelRows::text).orElse("");
            if (text.length() > limits.cell()) {
                throw limits.tooLongCell(row.getRowNum());
            }
            cells.add(text);
        }
        return cells;
    }

    private static String text(Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            var said = cell.getType() == CellType.STRING ? cell.getText() : cell.getRawValue();
            return Objects.requireNonNullElse(said, "");
        }
        var number = cell.asNumber();
        return dated(Objects.requireNonNullElse(cell.getDataFormatString(), ""))
                ? moment(cell, number)
                : plain(number);
    }

    /// Whether the format shows a day: years or days outside of quotation marks and brackets.
    private static boolean dated(String format) {
        var plain = QUOTED.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
        return plain.indexOf('y') >= 0 || plain.indexOf('d') >= 0;
    }

    private static String moment(Cell cell, BigDecimal number) {
        try {
            var time = cell.asDate();
            return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? DAY.format(time)
                    : MOMENT.format(time);
        } catch (DateTimeException | ArithmeticException | ExcelReaderException _) {
            return plain(number);
        }
    }

    /// One of a billion digits stays short.
    private static String plain(BigDecimal number) {
        boolean usual =
                number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS;
        return usual ? number.stripTrailingZeros().toPlainString() : number.toString();
    }

    @Override
    public void close() throws IOException {
        stream.close();
        book.close();
    }
}
