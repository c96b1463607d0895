package org.huying.file;

import java.util.ArrayList;
import java.util.List;
import org.huying.sheet.Field;
import org.huying.sheet.Row;

/// Rows of a file read by their columns.
///
/// @param sound those in which every cell can be read
/// @param faults of the others
record ReadRows(List<Entry> sound, List<Fault> faults) {

    static ReadRows of(Import file, List<Row> rows, List<Field> fields) {
        var sound = new ArrayList<Entry>(rows.size());
        var faults = new ArrayList<Fault>();
        for (var row : rows) {
            int before = faults.size();
            var entry = new Entry(row.line(), file.heading().read(row, fields));
            for (var field : fields) {
                field.flaw(entry.text(field.key()).orElse(""))
                        .map(it -> new Fault(row.line(), field.key(), it.code(), it.why()))
                        .ifPresent(faults::add);
            }
            if (faults.size() == before) {
                sound.add(entry);
            }
        }
        return new ReadRows(List.copyOf(sound), List.copyOf(faults));
    }

    /// These and others, in the order of the lines.
    List<Fault> and(List<Fault> more) {
        var all = new ArrayList<>(faults);
        all.addAll(more);
        all.sort(java.util.Comparator.comparingLong(Fault::line));
        return List.copyOf(all);
    }
}
