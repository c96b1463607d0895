package org.huying.sheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// UTF-8 with the mark by which spreadsheets know it.
final class CsvWriter implements RowWriter {

    private final CSVPrinter printer;

    CsvWriter(OutputStream out) throws IOException {
        var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write('\uFEFF');
        printer = new CSVPrinter(text, CSVFormat.EXCEL);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        printer.printRecord(cells.stream().map(Cells::harmless).toList());
    }

    @Override
    public void close() throws IOException {
        printer.flush();
    }
}
