package org.huying.file;

import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
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
    private final ImportFaults faults;
    private final FileKinds kinds;
    private final Senders senders;
    private final PartialTaking partial;
    private final WholeTaking whole;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportRun(
            StoredImports stored,
            ImportFaults faults,
            FileKinds kinds,
            Senders senders,
            PartialTaking partial,
            WholeTaking whole,
            TransactionTemplate transaction,
            @Qualifier("wallClock") Clock clock) {
        this.stored = stored;
        this.faults = faults;
        this.kinds = kinds;
        this.senders = senders;
        this.partial = partial;
        this.whole = whole;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Runs the import of that name to its end. False when it was told to stop before; then the next run goes on there.
    boolean run(String instance, BooleanSupplier stop) {
        var one = stored.find(Import.Id.of(instance)).filter(Import::running);
        if (one.isEmpty()) {
            return true;
        }
        var work = kinds.intake(one.get().kind()).flatMap(it -> senders.begin(one.get(), it));
        if (work.isEmpty()) {
            stored.cancel(one.get().id(), clock.instant());
            return true;
        }
        return one.get().mode().orElseThrow() == Mode.PARTIAL
                ? partial.run(work.get(), stop)
                : checked(work.get().anew(), stop) && whole.run(work.get(), stop);
    }

    /// Every row is looked at first; what is wrong is all told at once. What had been looked at before an interruption is
    /// looked at again, without a word: later rows may need to know of it.
    private boolean checked(ImportWork begun, BooleanSupplier stop) {
        var work = begun;
        var now = begun.file();
        int known = 0;
        while (now.running() && now.phase() == Import.Phase.CHECK) {
            if (stop.getAsBoolean()) {
                return false;
            }
            var still = senders.still(work);
            if (still.isEmpty()) {
                stored.cancel(now.id(), clock.instant());
                return true;
            }
            known = still.get() == work ? known : 0;
            work = still.get();
            var found = work.checked(known);
            now = known == now.reached() ? told(now, found) : now;
            known++;
        }
        return true;
    }

    private Import told(Import seen, List<Fault> found) {
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
