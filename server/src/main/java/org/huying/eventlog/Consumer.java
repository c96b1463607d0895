package org.huying.eventlog;

import java.util.List;
import java.util.Set;

/// Listens to facts; every bean of this type is run. Effects and cursor are one transaction, on one node at a time, in
/// log order. Be idempotent all the same: a restored backup may replay.
public interface Consumer {
    /// Pinned: the cursor is stored under it. A new name starts at the beginning of the log.
    String name();

    /// The kinds to hear; empty means all.
    Set<String> kinds();

    /// Applies the facts, oldest first, at most 500, with plain SQL in the current transaction. What it throws is
    /// retried event by event; an event that keeps failing is parked.
    void apply(List<StoredFact> batch);
}
