package org.huying.matter;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.huying.calendar.Calendars;
import org.huying.calendar.Recountable;
import org.huying.matter.RecountRows.Recount;
import org.springframework.stereotype.Component;

/// Counts the open deadlines of a county again, kind by kind and in batches, and moves those that really change. What was
/// interrupted goes on where it was.
@Component
class RecountRun {

    static final String TASK = "matter-recount";

    private static final int BATCH = 500;

    private final RecountRows recounts;
    private final List<Recountable> kinds;
    private final Calendars calendars;
    private final MatterDesk desk;

    RecountRun(
            RecountRows recounts, List<Recountable> kinds, Calendars calendars, MatterDesk desk) {
        this.recounts = recounts;
        this.kinds = kinds.stream().sorted(Comparator.comparing(Recountable::kind)).toList();
        this.calendars = calendars;
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

    /// The kinds follow one another by their names, so that any server goes on where another one was.
    private Recount batch(Recount so) {
        var kind = kinds.stream().filter(it -> it.kind().compareTo(so.kind()) >= 0).findFirst();
        if (kind.isEmpty()) {
            return so.over(desk.now());
        }
        var name = kind.get().kind();
        var from = name.equals(so.kind()) ? so : so.at(name);
        var chunk = kind.get().recount(so.id().region(), from.reached(), BATCH);
        var counted = from.with(chunk);
        if (chunk.looked() == BATCH) {
            return counted;
        }
        return kinds.stream()
                .map(Recountable::kind)
                .filter(it -> it.compareTo(name) > 0)
                .findFirst()
                .map(counted::at)
                .orElseGet(() -> counted.over(desk.now()));
    }
}
