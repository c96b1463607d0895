package org.huying.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.huying.problem.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/// A sheet that a list is taken away in: heads, then lines, written row by row.
///
/// @param name of the sheet
/// @param file what it is saved as, without its ending
public record ExcelSheet<T>(String name, String file, List<Column<T>> columns) {

    /// What is answered with the bytes.
    public static final String TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// No sheet that is answered at once has more lines.
    public static final int MOST = 5_000;

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /// One column.
    ///
    /// @param width in characters
    /// @param cell the text of a line in this column
    public record Column<T>(String head, int width, Function<T, String> cell) {}

    /// At most [#MOST] of the lines; where there are more, the last row says so.
    public byte[] of(List<T> lines, boolean more, Language language) {
        var shown = lines.subList(0, Math.min(lines.size(), MOST));
        var bytes = new ByteArrayOutputStream();
        try (var rows = writer(bytes, RowWriter.Format.XLSX)) {
            for (var line : shown) {
                rows.row(cells(line));
            }
            if (more || shown.size() < lines.size()) {
                rows.row(List.of(cut(shown.size(), language)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// Writes at most so many of the lines to the stream, as they come; where there are more, or they break off, the last row
    /// says so.
    public void write(OutputStream out, RowWriter.Format format, Iterator<T> lines, Cut cut)
            throws IOException {
        try (var rows = writer(out, format)) {
            rows.all(cut.language(), () -> write(rows, lines, cut));
        }
    }

    private void write(RowWriter rows, Iterator<T> lines, Cut cut) throws IOException {
        int written = 0;
        while (lines.hasNext() && written < cut.most()) {
            rows.row(cells(lines.next()));
            written++;
        }
        if (lines.hasNext()) {
            rows.row(List.of(cut(written, cut.language())));
        }
    }

    /// Where a sheet ends, and in which language it says so.
    public record Cut(int most, Language language) {}

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

    private RowWriter writer(OutputStream out, RowWriter.Format format) throws IOException {
        var rows = RowWriter.to(out, format, name, columns.stream().map(Column::width).toList());
        rows.row(columns.stream().map(Column::head).toList());
        return rows;
    }

    private List<String> cells(T line) {
        return columns.stream().map(it -> it.cell().apply(line)).toList();
    }

    private static String cut(int lines, Language language) {
        return language.pick(
                "只导出了前 %d 件，缩小范围再导一次".formatted(lines),
                "Only the first %d; narrow it down and export again".formatted(lines));
    }
}
