package org.huying.matter;

import java.util.Optional;
import java.util.UUID;
import org.huying.access.Asking;
import org.huying.access.Caller;
import org.huying.access.OwnKey;

/// What every step's request carries beside its body: which matter, who asks, the version seen (`If-Match`) and the
/// request's own key (`Idempotency-Key`).
@OwnKey
record Move(MatterId id, Caller caller, int expected, Optional<UUID> key) {

    static Move of(Asking asking) {
        var id = new MatterId(asking.region(), asking.id());
        return new Move(id, asking.caller(), asking.expected(), asking.key());
    }
}
