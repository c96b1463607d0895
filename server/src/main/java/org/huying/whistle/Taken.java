package org.huying.whistle;

/// How a call to move a whistle ended.
sealed interface Taken {

    record Done(Whistle whistle) implements Taken {}

    record Refused(Decision.Refusal why) implements Taken {}

    /// Somebody else was faster; `current` is what stands now.
    record Stale(Whistle current) implements Taken {}

    /// This Idempotency-Key took another step of the whistle before.
    record KeyReused() implements Taken {}

    /// There is no such whistle, or the caller may not know of it.
    record Unknown() implements Taken {}

    /// The caller sees the whistle but may not take this step.
    record Forbidden() implements Taken {}

    /// A picture is not there, or not the caller's.
    record PictureUnknown() implements Taken {}
}
