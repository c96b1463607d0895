package org.huying.whistle;

import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;

/// What every step's request carries beside its body: which whistle, who asks, the version seen (`If-Match`) and the
/// request's own key (`Idempotency-Key`).
record WhistleMove(WhistleId id, Caller caller, int expected, Optional<UUID> key) {}
