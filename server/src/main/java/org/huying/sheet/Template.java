package org.huying.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.huying.problem.Language;

/// An empty list to be filled in: its heads; in a workbook also a sheet that says what belongs into each column, and one
/// with the values that can be chosen.
public record Template(Words name, List<Field> fields) {

    public Template {
        fields = List.copyOf(fields);
    }

    public void write(OutputStream out, RowWriter.Format format, Language language)
            throws IOException {
        switch (format) {
            case CSV -> {
                try (var csv = new CsvWriter(out)) {
                    csv.row(heads(language));
                }
            }
            case XLSX -> workbook(out, language);
        }
    }

    private List<String> heads(Language language) {
        return fields.stream().map(it -> it.head().in(language)).toList();
    }

    private void workbook(OutputStream out, Language language) throws IOException {
        try (var book = new Workbook(out, "Huying", "1.0")) {
            sheet(book, name.in(language), List.of(heads(language)));
            sheet(book, language.pick("说明", "Notes"), notes(language));
            sheet(book, language.pick("字典", "Dictionary"), dictionary(language));
        }
    }

    private List<List<String>> notes(Language language) {
        var rows = new ArrayList<List<String>>();
        rows.add(
                language == Language.ZH
                        ? List.of("列", "代号", "必填", "填什么", "怎么填")
                        : List.of("Column", "Key", "Needed", "Kind", "How to fill it in"));
        for (var field : fields) {
            rows.add(
                    List.of(
                            field.head().in(language),
                            field.key(),
                            field.needed() ? language.pick("是", "yes") : "",
                            kind(field).in(language),
                            field.note().in(language)));
        }
        return rows;
    }

    private List<List<String>> dictionary(Language language) {
        var rows = new ArrayList<List<String>>();
        rows.add(
                language == Language.ZH
                        ? List.of("列", "值", "代号")
                        : List.of("Column", "Value", "Key"));
        for (var field : fields) {
            for (var term : field.terms().list()) {
                rows.add(List.of(field.head().in(language), term.name().in(language), term.key()));
            }
        }
        return rows;
    }

    private static Words kind(Field field) {
        return switch (field.kind()) {
            case TEXT -> new Words("文字", "Text");
            case CODE -> new Words("代号、号码", "Code or number");
            case NUMBER -> new Words("数", "Number");
            case DAY -> new Words("日期，如 2026-01-31", "Day, as 2026-01-31");
            case MOMENT -> new Words("时间，如 2026-01-31 08:30", "Time, as 2026-01-31 08:30");
            case TERM -> new Words("从字典里选", "One of the dictionary");
            case SECRET -> new Words("文字，不再显示", "Text, not shown again");
        };
    }

    private static void sheet(Workbook book, String name, List<List<String>> rows) {
        Worksheet sheet = book.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (int row = 0; row < rows.size(); row++) {
            var cells = rows.get(row);
            for (int column = 0; column < cells.size(); column++) {
                sheet.inlineString(row, column, Cells.harmless(cells.get(column)));
                sheet.width(column, 24);
            }
        }
        sheet.range(0, 0, 0, Math.max(0, rows.getFirst().size() - 1)).style().bold().set();
    }
}
