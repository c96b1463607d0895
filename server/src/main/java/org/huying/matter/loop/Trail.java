package org.huying.matter.loop;

import java.util.Optional;
import java.util.UUID;

/// Through whose hands it went.
///
/// @param first the first unit that received it (首接负责)
/// @param rung the level word it stands at on the ladder
/// @param handler the account that handled it last
/// @param fixed the unit was decided by arbitration and may not send it back
/// @param parent the matter it was split from
/// @param split how many matters were split from it
/// @param asks how often the clock stood because the requester was asked
public record Trail(
        Optional<UUID> first,
        Optional<String> rung,
        Optional<UUID> handler,
        int returns,
        boolean fixed,
        Optional<UUID> parent,
        int split,
        int asks) {

    static final Trail NONE =
            new Trail(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    false,
                    Optional.empty(),
                    0,
                    0);

    /// Born of another matter.
    public static Trail from(UUID parent) {
        return new Trail(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                false,
                Optional.of(parent),
                0,
                0);
    }

    Trail given(UUID unit, Optional<String> to, boolean byArbiter) {
        return new Trail(
                first.or(() -> Optional.of(unit)),
                to,
                handler,
                returns,
                byArbiter,
                parent,
                split,
                asks);
    }

    /// With what has columns of its own in the store.
    public Trail column(Optional<UUID> receiver, Optional<String> at, Optional<UUID> worker) {
        return new Trail(receiver, at, worker, returns, fixed, parent, split, asks);
    }

    Trail returned() {
        return new Trail(first, rung, handler, returns + 1, fixed, parent, split, asks);
    }

    Trail handledBy(UUID account) {
        return new Trail(first, rung, Optional.of(account), returns, fixed, parent, split, asks);
    }

    Trail splitInto(int more) {
        return new Trail(first, rung, handler, returns, fixed, parent, split + more, asks);
    }

    Trail asked() {
        return new Trail(first, rung, handler, returns, fixed, parent, split, asks + 1);
    }
}
