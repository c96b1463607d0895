package org.huying.file;

import java.util.ArrayList;
import java.util.List;
import org.huying.access.Caller;
import org.huying.problem.Problem;
import org.huying.problem.ProblemException;
import org.huying.sheet.Field;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

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
        this.taking = intake.begin(file.id().region(), by);
        this.parts = parts;
    }

    /// As it was when the work began.
    Import file() {
        return file;
    }

    Intake intake() {
        return intake;
    }

    Caller by() {
        return by;
    }

    /// The same, knowing what is stored and nothing of the rows that were looked at since the work began.
    ImportWork anew() {
        return new ImportWork(file, intake, by, parts);
    }

    ReadRows read(int part) {
        return ReadRows.of(file, parts.read(file.id(), part), fields);
    }

    /// What is wrong with the rows of a part, told once those before it have been looked at.
    List<Fault> checked(int part) {
        var read = read(part);
        try {
            return read.and(taking.check(read.sound()));
        } catch (RuntimeException e) {
            if (passing(e)) {
                throw e;
            }
            return read.and(oneByOne(read));
        }
    }

    /// Which of them it was that could not be looked at.
    private List<Fault> oneByOne(ReadRows read) {
        var found = new ArrayList<Fault>();
        for (var entry : read.sound()) {
            try {
                found.addAll(taking.check(List.of(entry)));
            } catch (RuntimeException e) {
                if (passing(e)) {
                    throw e;
                }
                found.add(Fault.failed(entry.line(), e));
            }
        }
        return found;
    }

    /// A part that waits to be written.
    record Prepared(int part, ReadRows read, Intake.Ready ready) {}

    Prepared prepared(int part) {
        var read = read(part);
        return new Prepared(part, read, ready(read.sound()));
    }

    /// What goes wrong with rows goes wrong when they are written, where it is known what to do about it.
    Intake.Ready ready(List<Entry> entries) {
        try {
            return taking.ready(entries);
        } catch (RuntimeException e) {
            if (passing(e)) {
                throw e;
            }
            return () -> {
                throw e;
            };
        }
    }

    /// What has nothing to do with the rows: the database is away, or something busy. Then all of it is tried again later.
    static boolean passing(RuntimeException e) {
        return e instanceof TransientDataAccessException
                || (e instanceof ProblemException problem
                        && problem.problem() == Problem.OVERLOADED)
                || e instanceof DataAccessResourceFailureException
                || e instanceof TransactionException;
    }
}
