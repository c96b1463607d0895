package org.huying.file;

import java.util.List;
import org.huying.access.Caller;
import org.huying.sheet.Field;

/// A file on its way in, with everything that its rows are read by.
final class ImportWork {

    private final Import file;
    private final Intake intake;
    private final List<Field> fields;
    private final Intake.Taking taking;
    private final ImportParts parts;
    private final Caller by;

    /// @param by whoever brought the file, with what they may do now: it may be less than when they did
    ImportWork(Import file, Intake intake, Caller by, ImportParts parts) {
        this.file = file;
        this.intake = intake;
        this.by = by;
        this.fields = intake.fields(file.id().region());
        this.taking = anew();
        this.parts = parts;
    }

    /// As it was when the work began.
    Import file() {
        return file;
    }

    /// Knows what is stored, and nothing of the rows that were looked at since the work began.
    final Intake.Taking anew() {
        return intake.begin(file.id().region(), by);
    }

    ReadRows read(int part) {
        return ReadRows.of(file, parts.read(file.id(), part), fields);
    }

    /// A part that waits to be written.
    record Prepared(int part, ReadRows read, Intake.Ready ready) {}

    Prepared prepared(int part) {
        var read = read(part);
        return new Prepared(part, read, taking.ready(read.sound()));
    }
}
