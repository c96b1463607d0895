package org.huying.file;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.huying.file.Import.Phase;
import org.huying.file.Import.State;
import org.huying.file.ImportWork.Prepared;
import org.huying.sheet.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes all rows of a file or none: every row has been checked, and then one transaction writes them. Interrupted, it
/// begins to write anew.
@Component
class WholeTaking {

    private static final Logger LOG = LoggerFactory.getLogger(WholeTaking.class);

    private final StoredImports stored;
    private final ImportFaults faults;
    private final Senders senders;
    private final TransactionTemplate transaction;
    private final TransactionTemplate aside;
    private final Clock clock;

    WholeTaking(
            StoredImports stored,
            ImportFaults faults,
            Senders senders,
            TransactionTemplate transaction,
            PlatformTransactionManager manager,
            @Qualifier("wallClock") Clock clock) {
        this.stored = stored;
        this.faults = faults;
        this.senders = senders;
        this.transaction = transaction;
        this.aside = new TransactionTemplate(manager);
        this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    private enum End {
        WRITTEN,
        STOPPED,
        CANCELLED
    }

    /// A row that was right when it was checked and is not any more.
    private static final class Faulty extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<Fault> faults;

        Faulty(List<Fault> faults) {
            this.faults = faults;
        }
    }

    boolean run(ImportWork work, BooleanSupplier stop) {
        var id = work.file().id();
        if (stored.find(id).filter(it -> it.running() && it.phase() == Phase.TAKE).isEmpty()) {
            return true;
        }
        var first = work.prepared(0); // lists that take long to make ready have no more parts
        try {
            var end =
                    transaction.execute(status -> {
                        var how = write(work, first, stop);
                        if (how != End.WRITTEN) {
                            status.setRollbackOnly();
                        }
                        return how;
                    });
            if (end == End.CANCELLED) {
                stored.cancel(id, clock.instant());
            }
            return end != End.STOPPED;
        } catch (Faulty e) {
            return refuse(id, e.faults);
        }
    }

    private End write(ImportWork begun, Prepared first, BooleanSupplier stop) {
        var id = begun.file().id();
        var work = begun;
        var count = Import.Count.NONE;
        for (int part = 0; part < begun.file().parts(); part++) {
            if (stop.getAsBoolean()) {
                return End.STOPPED;
            }
            var still = senders.still(work);
            if (still.isEmpty() || !told(id, part)) {
                return End.CANCELLED;
            }
            work = still.get();
            count =
                    count.plus(
                            taken(id, part == 0 && work == begun ? first : work.prepared(part)), 0);
        }
        var now = stored.locked(id).orElseThrow();
        if (!now.running()) {
            return End.CANCELLED;
        }
        stored.reached(now.with(Phase.TAKE, now.parts(), count).over(State.DONE, clock.instant()));
        return End.WRITTEN;
    }

    private static Intake.Taken taken(Import.Id id, Prepared prepared) {
        Intake.Taken taken;
        try {
            taken = prepared.ready().store();
        } catch (RuntimeException e) {
            if (ImportWork.passing(e)) {
                throw e;
            }
            LOG.warn("Part {} of import {} could not be written", prepared.part(), id, e);
            throw new Faulty(List.of(somewhere(prepared.read(), e)));
        }
        var wrong = prepared.read().and(taken.faults());
        if (!wrong.isEmpty()) {
            throw new Faulty(wrong);
        }
        return taken;
    }

    private static Fault somewhere(ReadRows read, RuntimeException e) {
        long from = read.sound().getFirst().line();
        long to = read.sound().getLast().line();
        var why = Fault.why(e);
        return new Fault(
                from,
                "",
                "failed",
                new Words(
                        "第 %d 到 %d 行中有一行：%s".formatted(from, to, why.zh()),
                        "One of lines %d to %d: %s".formatted(from, to, why.en())));
    }

    /// How far it has come, for whoever looks at it; false once it was cancelled.
    private boolean told(Import.Id id, int part) {
        return Objects.requireNonNull(
                aside.execute(_ -> {
                    var now = stored.locked(id).orElseThrow();
                    if (now.running()) {
                        stored.reached(now.with(Phase.TAKE, part, Import.Count.NONE));
                    }
                    return now.running();
                }));
    }

    private boolean refuse(Import.Id id, List<Fault> found) {
        transaction.executeWithoutResult(_ -> {
            var now = stored.locked(id).orElseThrow();
            if (!now.running()) { // another server has brought it to its end meanwhile
                return;
            }
            int wrong = faults.add(id, found);
            stored.reached(
                    now.with(Phase.TAKE, 0, new Import.Count(0, 0, 0, wrong))
                            .over(State.REFUSED, clock.instant()));
        });
        return true;
    }
}
