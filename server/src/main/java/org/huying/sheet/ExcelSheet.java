package org.huying.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.huying.problem.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/// A workbook of one sheet: heads, then lines, written row by row.
///
/// @param name of the sheet
/// @param file what it is saved as, without its ending
public record ExcelSheet<T>(String name, String file, List<Column<T>> columns) {

    /// What is answered with the bytes.
    public static final String TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// No sheet has more lines.
    public static final int MOST = 5_000;

    private static final int FLUSH = 500;
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final Pattern UNFIT =
            Pattern.compile("[\\p{Cc}\\x{FFFE}\\x{FFFF}\\x{D800}-\\x{DFFF}&&[^\n]]");
    private static final Pattern FORMULA = Pattern.compile("\\s*[=+\\-@＝＋－＠]");

    /// One column.
    ///
    /// @param width in characters
    /// @param cell the text of a line in this column
    public record Column<T>(String head, int width, Function<T, String> cell) {}

    /// At most [#MOST] of the lines; where there are more, the last row says so.
    public byte[] of(List<T> lines, boolean more, Language language) {
        var shown = lines.subList(0, Math.min(lines.size(), MOST));
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Huying", "1.0")) {
            var sheet = book.newWorksheet(name);
            for (int column = 0; column < columns.size(); column++) {
                sheet.width(column, columns.get(column).width());
            }
            sheet.freezePane(0, 1);
            row(sheet, 0, columns.stream().map(Column::head).toList());
            int at = 1;
            for (var line : shown) {
                row(sheet, at++, columns.stream().map(it -> it.cell().apply(line)).toList());
                if (at % FLUSH == 0) {
                    sheet.flush();
                }
            }
            if (more || shown.size() < lines.size()) {
                row(sheet, at, List.of(cut(shown.size(), language)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// The sheet as a file that no cache keeps.
    public ResponseEntity<byte[]> answer(List<T> lines, boolean more, Language language) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.xlsx\"".formatted(file))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(of(lines, more, language));
    }

    /// A moment to the minute; nothing for none.
    public static String time(@Nullable OffsetDateTime at) {
        return at == null ? "" : MINUTES.format(at);
    }

    /// Text, or nothing for none.
    public static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String cut(int lines, Language language) {
        return language.pick(
                "只导出了前 %d 件，缩小范围再导一次".formatted(lines),
                "Only the first %d; narrow it down and export again".formatted(lines));
    }

    private static void row(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.inlineString(row, column, harmless(cells.get(column)));
        }
        if (row == 0) {
            sheet.range(0, 0, 0, cells.size() - 1).style().bold().set();
        }
    }

    /// Text stays text: what a spreadsheet might take for a formula gets a quotation mark in front, and what no XML can hold
    /// is left out.
    public static String harmless(String text) {
        var plain = UNFIT.matcher(text).replaceAll("");
        return FORMULA.matcher(plain).lookingAt() ? "'" + plain : plain;
    }
}
