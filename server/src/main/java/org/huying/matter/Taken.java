package org.huying.matter;

import org.huying.matter.loop.Matter;
import org.huying.matter.loop.Refusal;

/// How a call to move a matter ended.
sealed interface Taken {

    record Done(Matter matter) implements Taken {}

    record Refused(Refusal why) implements Taken {}

    /// The version the caller saw was no longer the last one when he asked; `current` is what stands now.
    record Stale(Matter current) implements Taken {}

    /// The caller saw the last version, but somebody else wrote first while the step was being taken.
    record Overtaken(Matter current) implements Taken {}

    /// This Idempotency-Key took another step of the matter before.
    record KeyReused() implements Taken {}

    /// This very request took the step before; the matter has moved on since, out of the caller's sight, so the answer it
    /// had cannot be given again.
    record Past() implements Taken {}

    /// There is no such matter, or the caller may not know of it.
    record Unknown() implements Taken {}

    /// The caller sees the matter but may not take this step.
    record Forbidden() implements Taken {}

    /// A picture named as proof is not there, not the caller's, or used already.
    record EvidenceUnknown() implements Taken {}
}
