package org.huying.matter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.calendar.Recountable;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.DatesMoved;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.Owed;
import org.springframework.stereotype.Component;

/// Counts the deadlines of open matters again, of replies that are owed and of units that help, and moves those that
/// really change.
@Component
class MatterRecount implements Recountable {

    static final String KIND = "matter";

    private final Matters matters;
    private final Rulebook rulebook;
    private final MatterDesk desk;

    MatterRecount(Matters matters, Rulebook rulebook, MatterDesk desk) {
        this.matters = matters;
        this.rulebook = rulebook;
        this.desk = desk;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Chunk recount(String region, UUID after, int most) {
        return Chunk.of(
                matters.running(region, after, most),
                it -> it.id().value(),
                this::recount,
                it -> desk.find(it.id()));
    }

    private Outcome recount(Matter matter) {
        var dates = dates(matter);
        if (!dates.moves()) {
            return Outcome.SAME;
        }
        return desk.step(matter, List.of(new Command.Recount(dates)), Caller.SYSTEM).isPresent()
                ? Outcome.MOVED
                : Outcome.LOST;
    }

    /// A clock that stands is counted when it runs again. A reply is waited for all the same, also by whoever asked what
    /// was merged.
    private DatesMoved dates(Matter matter) {
        var clock = matter.clock();
        boolean stands = !matter.state().open() || matter.aside().hold().isPresent();
        var anew =
                stands
                        ? clock
                        : clock.recounted(
                                matter.since(),
                                matter.report().at(),
                                rulebook.limits(matter),
                                desk.now());
        return DatesMoved.between(clock, anew)
                .owing(matter.aside().reply(), reply(matter))
                .helping(helpers(matter));
    }

    private List<DatesMoved.Help> helpers(Matter matter) {
        var calendar = rulebook.standard(matter).calendar();
        return matter.aside().assists().stream()
                .flatMap(it -> it.moved(calendar, desk.now()).stream())
                .toList();
    }

    /// What is overdue stays so.
    private Optional<Owed> reply(Matter matter) {
        return matter.aside()
                .reply()
                .filter(it -> desk.now().isBefore(it.due()))
                .flatMap(_ -> Owed.from(matter.report().at(), rulebook.standard(matter)))
                .or(() -> matter.aside().reply());
    }
}
