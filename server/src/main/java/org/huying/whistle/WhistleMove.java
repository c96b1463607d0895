package org.huying.whistle;

import java.util.Optional;
import java.util.UUID;
import org.huying.access.Asking;
import org.huying.access.Caller;
import org.huying.access.OwnKey;

/// What every step's request carries beside its body: which whistle, who asks, the version seen (`If-Match`) and the
/// request's own key (`Idempotency-Key`).
@OwnKey
record WhistleMove(WhistleId id, Caller caller, int expected, Optional<UUID> key) {

    static WhistleMove of(Asking asking) {
        var id = new WhistleId(asking.region(), asking.id());
        return new WhistleMove(id, asking.caller(), asking.expected(), asking.key());
    }
}
