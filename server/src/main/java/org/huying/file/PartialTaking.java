package org.huying.file;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.huying.file.Import.State;
import org.huying.file.ImportWork.Prepared;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes whatever rows are right. While one part is written the next one is made ready.
@Component
class PartialTaking {

    private static final Logger LOG = LoggerFactory.getLogger(PartialTaking.class);

    private final StoredImports stored;
    private final ImportFaults faults;
    private final Senders senders;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PartialTaking(
            StoredImports stored,
            ImportFaults faults,
            Senders senders,
            TransactionTemplate transaction,
            @Qualifier("wallClock") Clock clock) {
        this.stored = stored;
        this.faults = faults;
        this.senders = senders;
        this.transaction = transaction;
        this.clock = clock;
    }

    boolean run(ImportWork begun, BooleanSupplier stop) {
        try (var ahead = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = begun;
            var now = work.file();
            var next = prepare(work, now.reached(), ahead);
            while (now.running()) {
                if (stop.getAsBoolean()) {
                    return false;
                }
                var still = senders.still(work);
                if (still.isEmpty()) {
                    stored.cancel(now.id(), clock.instant());
                    return true;
                }
                var ready = next.join();
                if (still.get() != work
                        || ready.part() != now.reached()) { // or another server went on
                    work = still.get();
                    ready = work.prepared(now.reached());
                }
                next = prepare(work, now.reached() + 1, ahead);
                now = step(work, now, ready);
            }
            return true;
        }
    }

    /// Behind the last part there are no rows.
    private static CompletableFuture<Prepared> prepare(
            ImportWork work, int part, ExecutorService ahead) {
        return CompletableFuture.supplyAsync(() -> work.prepared(part), ahead);
    }

    private Import step(ImportWork work, Import seen, Prepared prepared) {
        try {
            return transaction.execute(
                    _ -> written(seen, prepared.read(), prepared.ready()::store));
        } catch (RuntimeException e) {
            if (ImportWork.passing(e)) {
                throw e;
            }
            LOG.warn("Part {} of import {} goes row by row", seen.reached(), seen.id(), e);
            var outcome = oneByOne(work, prepared.read());
            return transaction.execute(_ -> written(seen, prepared.read(), () -> outcome));
        }
    }

    private Import written(Import seen, ReadRows read, Supplier<Intake.Taken> rows) {
        var now = stored.locked(seen.id()).orElseThrow();
        if (!now.running() || now.reached() != seen.reached()) {
            return now;
        }
        var taken = rows.get();
        int wrong = faults.add(now.id(), read.and(taken.faults()));
        var next = now.past(now.count().plus(taken, wrong));
        if (next.reached() >= next.parts()) {
            next = next.over(State.DONE, clock.instant());
        }
        stored.reached(next);
        return next;
    }

    /// Each row in a transaction of its own, so that whatever is the matter with one hits no other.
    private Intake.Taken oneByOne(ImportWork work, ReadRows read) {
        int added = 0;
        int changed = 0;
        int known = 0;
        var wrong = new ArrayList<Fault>();
        var again = work.anew();
        for (var entry : read.sound()) {
            try {
                var ready = again.ready(List.of(entry));
                var taken = Objects.requireNonNull(transaction.execute(_ -> ready.store()));
                added += taken.added();
                changed += taken.changed();
                known += taken.known();
                wrong.addAll(taken.faults());
            } catch (RuntimeException e) {
                if (ImportWork.passing(e)) {
                    throw e;
                }
                wrong.add(Fault.failed(entry.line(), e));
            }
        }
        return new Intake.Taken(added, changed, known, wrong);
    }
}
