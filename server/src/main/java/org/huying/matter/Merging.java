package org.huying.matter;

import java.util.List;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.Refusal;
import org.huying.matter.loop.Transitions;
import org.springframework.stereotype.Component;

/// Takes a repeat into the matter that is worked for both.
@Component
class Merging {

    private static final int TRIES = 5;

    private final Matters matters;
    private final MatterDesk desk;

    Merging(Matters matters, MatterDesk desk) {
        this.matters = matters;
        this.desk = desk;
    }

    /// Another one, still worked, and no chain of merges; and none of which those who were merged may not learn.
    boolean fit(Matter matter, Matter master) {
        return !matter.id().equals(master.id())
                && !master.report().hidden()
                && Transitions.of(Act.ABSORB).from().contains(StateName.of(master.state()))
                && !matters.hasMerged(matter.id());
    }

    /// Writes into the master's history whom it took in. What others do to it meanwhile does not matter, so it is tried
    /// again; refused when it is no longer worked.
    Optional<Refusal> absorbed(MatterId into, Matter child, Caller by) {
        for (int i = 0; i < TRIES; i++) {
            var master = matters.find(into);
            if (master.isEmpty()
                    || !Transitions.of(Act.ABSORB)
                            .from()
                            .contains(StateName.of(master.get().state()))) {
                return Optional.of(Refusal.MASTER_UNFIT);
            }
            var absorb = new Command.Absorb(child.id().value());
            if (desk.step(master.get(), List.of(absorb), by).isPresent()) {
                return Optional.empty();
            }
        }
        return Optional.of(Refusal.MASTER_UNFIT);
    }
}
