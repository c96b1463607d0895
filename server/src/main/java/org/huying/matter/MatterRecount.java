package org.huying.matter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.calendar.Recountable;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.Owed;
import org.springframework.stereotype.Component;

/// Counts the deadlines of open matters again, and of replies that are owed, and moves those that really change.
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
        var command = command(matter);
        if (!command.moves()) {
            return Outcome.SAME;
        }
        return desk.step(matter, List.of(command), Caller.SYSTEM).isPresent()
                ? Outcome.MOVED
                : Outcome.LOST;
    }

    /// A clock that stands is counted when it runs again. A reply is waited for all the same, also by whoever asked what
    /// was merged.
    private Command.Recount command(Matter matter) {
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
        return Command.Recount.between(clock, anew).owing(matter.aside().reply(), reply(matter));
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
