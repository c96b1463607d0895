package org.huying.matter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.huying.access.Caller;
import org.huying.calendar.Calendars;
import org.huying.matter.RecountRows.Recount;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Matter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Counts the deadlines of all open matters of a county again, in batches, and moves those that really change. What was
/// interrupted goes on where it was.
@Component
class RecountRun {

    static final String TASK = "matter-recount";

    private static final Logger LOG = LoggerFactory.getLogger(RecountRun.class);
    private static final int BATCH = 500;
    private static final int ATTEMPTS = 3;

    private final RecountRows recounts;
    private final Matters matters;
    private final Rulebook rulebook;
    private final Calendars calendars;
    private final MatterDesk desk;

    RecountRun(
            RecountRows recounts,
            Matters matters,
            Rulebook rulebook,
            Calendars calendars,
            MatterDesk desk) {
        this.recounts = recounts;
        this.calendars = calendars;
        this.matters = matters;
        this.rulebook = rulebook;
        this.desk = desk;
    }

    /// The name of a recount for the scheduler.
    static String instance(MatterId id) {
        return id.region() + "/" + id.value();
    }

    /// Runs the recount of that name to its end, by the days that are stored now whichever server entered them. False
    /// when it was told to stop before the end; then the next run goes on from there. One that has not begun when a
    /// younger one is waiting leaves all to that one.
    boolean run(String instance, BooleanSupplier stop) {
        calendars.refresh();
        var parts = instance.split("/", 2);
        var id = new MatterId(parts[0], UUID.fromString(parts[1]));
        var recount = recounts.find(id).filter(it -> it.done().isEmpty());
        while (recount.isPresent()) {
            if (stop.getAsBoolean()) {
                return false;
            }
            var now = recount.get();
            var younger = now.looked() == 0 ? recounts.younger(id) : Optional.<UUID>empty();
            var next = younger.map(it -> now.into(it, desk.now())).orElseGet(() -> batch(now));
            recounts.reached(next);
            recount = Optional.of(next).filter(it -> it.done().isEmpty());
        }
        return true;
    }

    private Recount batch(Recount so) {
        var page = matters.running(so.id().region(), so.reached(), BATCH);
        int moved = 0;
        int failed = 0;
        for (var matter : page) {
            try {
                switch (recount(matter, ATTEMPTS)) {
                    case MOVED -> moved++;
                    case LOST -> failed++;
                    case SAME -> {}
                }
            } catch (RuntimeException e) {
                LOG.warn("The deadlines of matter {} cannot be recounted", matter.id(), e);
                failed++;
            }
        }
        return new Recount(
                so.id(),
                so.cause(),
                so.why(),
                so.asked(),
                last(page).orElse(so.reached()),
                so.looked() + page.size(),
                so.moved() + moved,
                so.failed() + failed,
                page.size() < BATCH ? Optional.of(desk.now()) : Optional.empty(),
                Optional.empty());
    }

    private enum Outcome {
        SAME,
        MOVED,
        LOST
    }

    /// Whoever is faster is looked at again.
    private Outcome recount(Matter matter, int attempts) {
        var clock = matter.clock();
        if (!matter.state().open() || matter.aside().hold().isPresent()) {
            return Outcome.SAME;
        }
        var anew =
                clock.recounted(
                        matter.since(), matter.report().at(), rulebook.limits(matter), desk.now());
        var command = Command.Recount.between(clock, anew);
        if (!command.moves()) {
            return Outcome.SAME;
        }
        if (desk.step(matter, List.of(command), Caller.SYSTEM).isPresent()) {
            return Outcome.MOVED;
        }
        return attempts == 1
                ? Outcome.LOST
                : desk.find(matter.id()).map(it -> recount(it, attempts - 1)).orElse(Outcome.SAME);
    }

    private static Optional<UUID> last(List<Matter> page) {
        return page.isEmpty() ? Optional.empty() : Optional.of(page.getLast().id().value());
    }
}
