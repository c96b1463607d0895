package org.huying.file;

import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.huying.access.AbsentCallers;
import org.huying.file.Import.Mode;
import org.huying.file.Import.State;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes the rows of a file in, part by part, and goes on where it was after an interruption: a part and the word that it
/// is done are one transaction.
@Component
class ImportRun {

    static final String TASK = "file-import";

    private final StoredImports stored;
    private final ImportParts parts;
    private final ImportFaults faults;
    private final FileKinds kinds;
    private final PartialTaking partial;
    private final WholeTaking whole;
    private final AbsentCallers callers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportRun(
            StoredImports stored,
            ImportParts parts,
            ImportFaults faults,
            FileKinds kinds,
            PartialTaking partial,
            WholeTaking whole,
            AbsentCallers callers,
            TransactionTemplate transaction,
            @Qualifier("wallClock") Clock clock) {
        this.stored = stored;
        this.parts = parts;
        this.faults = faults;
        this.kinds = kinds;
        this.partial = partial;
        this.whole = whole;
        this.callers = callers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Runs the import of that name to its end. False when it was told to stop before; then the next run goes on there.
    boolean run(String instance, BooleanSupplier stop) {
        var one = stored.find(Import.Id.of(instance)).filter(Import::running);
        if (one.isEmpty()) {
            return true;
        }
        var intake = kinds.intake(one.get().kind());
        if (intake.isEmpty()) {
            stored.reached(one.get().over(State.CANCELLED, clock.instant()));
            return true;
        }
        var brought = one.get().by();
        var by =
                callers.of(one.get().id().region(), List.of(brought.account())).stream()
                        .findFirst()
                        .orElseGet(brought::gone);
        var work = new ImportWork(one.get(), intake.get(), by, parts);
        return one.get().mode().orElseThrow() == Mode.PARTIAL
                ? partial.run(work, stop)
                : checked(work, stop) && whole.run(work, stop);
    }

    /// Every row is looked at first; what is wrong is all told at once.
    private boolean checked(ImportWork work, BooleanSupplier stop) {
        var now = work.file();
        var checking = work.anew();
        while (now.running() && now.phase() == Import.Phase.CHECK) {
            if (stop.getAsBoolean()) {
                return false;
            }
            now = check(work, checking, now);
        }
        return true;
    }

    private Import check(ImportWork work, Intake.Taking checking, Import seen) {
        var read = work.read(seen.reached());
        List<Fault> found = read.and(checking.check(read.sound()));
        return transaction.execute(_ -> {
            var now = stored.locked(seen.id()).orElseThrow();
            if (!now.running() || now.reached() != seen.reached()) {
                return now;
            }
            int wrong = faults.add(now.id(), found);
            var next = now.past(now.count().plus(new Intake.Taken(0, 0, 0, List.of()), wrong));
            if (next.reached() >= next.parts()) {
                next =
                        next.count().refused() > 0
                                ? next.over(State.REFUSED, clock.instant())
                                : next.with(Import.Phase.TAKE, 0, Import.Count.NONE);
            }
            stored.reached(next);
            return next;
        });
    }
}
