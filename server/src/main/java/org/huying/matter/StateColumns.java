package org.huying.matter;

import java.util.Optional;
import org.huying.matter.loop.MatterState;
import org.huying.matter.loop.MatterState.Closed;
import org.huying.matter.loop.MatterState.Handled;
import org.huying.matter.loop.MatterState.Rated;
import org.huying.matter.loop.MatterState.Rejected;
import org.huying.matter.loop.MatterState.Returned;
import org.huying.matter.loop.MatterState.Rework;
import org.huying.matter.loop.MatterState.Verifying;
import org.huying.matter.loop.MatterState.Voided;
import org.huying.matter.loop.MatterState.Withdrawn;

/// Facts of a state that several states share.
final class StateColumns {

    private StateColumns() {}

    static Optional<String> reason(MatterState state) {
        return switch (state) {
            case Rejected(var reason) -> Optional.of(reason);
            case Returned(_, var reason) -> Optional.of(reason);
            case Rework(_, var reason) -> Optional.of(reason);
            case Voided(var reason) -> Optional.of(reason);
            case Withdrawn(var reason) -> Optional.of(reason);
            case MatterState.Reported _,
                    MatterState.Accepted _,
                    MatterState.Dispatched _,
                    MatterState.InProgress _,
                    MatterState.Merged _,
                    Handled _,
                    Verifying _,
                    Rated _,
                    Closed _ ->
                    Optional.empty();
        };
    }
}
