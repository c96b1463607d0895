package org.huying.eventlog;

import java.time.Duration;

/// How far a consumer is behind. `events` counts to 10 000 at most; `age` is that of the oldest waiting event;
/// `parked` events need a person.
public record Lag(String consumer, long events, Duration age, long parked) {}
