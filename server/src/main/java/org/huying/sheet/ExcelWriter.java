package org.huying.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A workbook of one sheet whose first row stays in sight.
final class ExcelWriter implements RowWriter {

    private static final int FLUSH = 500;
    private static final int LONGEST = 32_767;

    private final Workbook book;
    private final Worksheet sheet;
    private int row;

    ExcelWriter(OutputStream out, String name, List<Integer> widths) {
        book = new Workbook(out, "Huying", "1.0");
        sheet = book.newWorksheet(name);
        for (int column = 0; column < widths.size(); column++) {
            sheet.width(column, widths.get(column));
        }
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            var text = Cells.harmless(cells.get(column));
            sheet.inlineString(
                    row, column, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        }
        if (row == 0 && !cells.isEmpty()) {
            sheet.range(0, 0, 0, cells.size() - 1).style().bold().set();
        }
        row++;
        if (row % FLUSH == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
