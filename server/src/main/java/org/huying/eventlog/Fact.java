package org.huying.eventlog;

import java.time.Instant;
import java.util.UUID;

/// Something that has happened, told to other modules; implemented by records, which are stored as JSON. A stored
/// contract: add components, never rename or remove one. Ids and facts only, never an aggregate or a person's details.
public interface Fact {
    /// Stable name, `matter.moved`; never derived from the class name.
    String kind();

    /// Six-digit county code of the place it happened in.
    String region();

    /// What it happened to.
    UUID subject();

    Instant at();
}
