package org.huying.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huying.problem.Language;
import org.huying.sheet.Field;
import org.huying.sheet.Row;
import org.huying.sheet.RowWriter;
import org.springframework.stereotype.Component;

/// The rows of a file that were refused, as they stood in it, each with its line and the reasons: what is put right in it
/// can be brought in again.
@Component
class ErrorFile {

    private static final int WIDTH = 20;

    private final ImportParts parts;
    private final ImportFaults faults;

    ErrorFile(ImportParts parts, ImportFaults faults) {
        this.parts = parts;
        this.faults = faults;
    }

    void write(
            Import file,
            List<Field> fields,
            OutputStream out,
            RowWriter.Format format,
            Language language)
            throws IOException {
        var heads = new ArrayList<>(file.heading().heads());
        heads.add(language.pick("原文件行号", "Line in the file"));
        heads.add(language.pick("没有导入的原因", "Why it was not taken"));
        var names =
                fields.stream().collect(Collectors.toMap(Field::key, it -> it.head().in(language)));
        var widths = Collections.nCopies(heads.size(), WIDTH);
        try (var rows =
                RowWriter.to(out, format, language.pick("没有导入的行", "Rows not taken"), widths)) {
            rows.row(heads);
            rows.all(language, () -> write(file, rows, new Wording(names, language)));
        }
    }

    private void write(Import file, RowWriter rows, Wording wording) throws IOException {
        for (int part = 0; part < file.parts(); part++) {
            write(file, part, rows, wording);
        }
    }

    private record Wording(Map<String, String> names, Language language) {

        String of(Fault fault) {
            var why = fault.why().in(language);
            return fault.column().isEmpty()
                    ? why
                    : names.getOrDefault(fault.column(), fault.column())
                            + language.pick("：", ": ")
                            + why;
        }
    }

    private void write(Import file, int part, RowWriter writer, Wording wording)
            throws IOException {
        var rows = parts.read(file.id(), part);
        if (rows.isEmpty()) {
            return;
        }
        var wrong =
                faults.between(file.id(), rows.getFirst().line(), rows.getLast().line()).stream()
                        .collect(Collectors.groupingBy(Fault::line));
        int columns = file.heading().heads().size();
        for (Row row : rows) {
            var reasons = wrong.get(row.line());
            if (reasons != null) {
                var cells = new ArrayList<String>(columns + 2);
                for (int i = 0; i < columns; i++) {
                    cells.add(row.cell(i));
                }
                cells.add(Long.toString(row.line()));
                cells.add(
                        reasons.stream()
                                .map(wording::of)
                                .collect(Collectors.joining(wording.language().pick("；", "; "))));
                writer.row(cells);
            }
        }
    }
}
