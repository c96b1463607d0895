package org.huying.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.huying.problem.Language;

/// Writes rows away one after the other, the heads first; only a few of them are held in memory. No cell becomes a
/// formula.
public interface RowWriter extends Closeable {

    void row(List<String> cells) throws IOException;

    /// Something that writes rows.
    interface Writing {
        void write() throws IOException;
    }

    /// Does the writing. Where it breaks off, the last row says so: whoever has the file must not take it for all of it.
    default void all(Language language, Writing writing) throws IOException {
        try {
            writing.write();
        } catch (RuntimeException e) {
            try {
                row(List.of(language.pick("导出中断，本表不完整", "Broken off; this file is not complete")));
            } catch (IOException | RuntimeException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    /// Which kind of file.
    enum Format {
        CSV("text/csv;charset=UTF-8", "csv"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

        private final String type;
        private final String ending;

        Format(String type, String ending) {
            this.type = type;
            this.ending = ending;
        }

        public String type() {
            return type;
        }

        public String ending() {
            return ending;
        }
    }

    /// Begins a file. Closing it completes the file and leaves the stream open: whoever answers with it may still break off.
    ///
    /// @param name of the sheet
    /// @param widths of the columns, in characters
    static RowWriter to(OutputStream out, Format format, String name, List<Integer> widths)
            throws IOException {
        return switch (format) {
            case CSV -> new CsvWriter(out);
            case XLSX -> new ExcelWriter(out, name, widths);
        };
    }
}
