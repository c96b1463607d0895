package org.huying.file;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.huying.access.AbsentCallers;
import org.huying.access.Caller;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// Whoever brought a file, as they are while its rows are taken: what they may do is asked again at every part.
@Component
class Senders {

    private final AbsentCallers callers;
    private final ImportParts parts;

    Senders(AbsentCallers callers, ImportParts parts) {
        this.callers = callers;
        this.parts = parts;
    }

    /// Empty where they may not bring the list any more.
    Optional<ImportWork> begin(Import file, Intake intake) {
        return begin(file, intake, sender(file));
    }

    /// The same work as long as they may do the same as before; begun anew with what they may do now otherwise, knowing only
    /// what is stored. Empty where they may not bring the list any more.
    Optional<ImportWork> still(ImportWork work) {
        var now = sender(work.file());
        return same(now, work.by()) ? Optional.of(work) : begin(work.file(), work.intake(), now);
    }

    /// Where rows have places, each is asked for, and those that lie beyond are told of as faults.
    private Optional<ImportWork> begin(Import file, Intake intake, Caller by) {
        return intake.whole() && !mayBring(file.id().region(), intake, by)
                ? Optional.empty()
                : Optional.of(new ImportWork(file, intake, by, parts));
    }

    private static boolean mayBring(String region, Intake intake, Caller by) {
        return FileKinds.mayBring(intake, region, by)
                && by.reach(FileController.IMPORT).touches(TerritoryCode.of(region));
    }

    private Caller sender(Import file) {
        return callers.of(file.id().region(), List.of(file.by().account())).stream()
                .findFirst()
                .orElseGet(file.by()::gone);
    }

    private static boolean same(Caller one, Caller other) {
        return one.kind() == other.kind()
                && new HashSet<>(one.grants()).equals(new HashSet<>(other.grants()));
    }
}
