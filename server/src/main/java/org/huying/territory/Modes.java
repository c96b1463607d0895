package org.huying.territory;

import java.time.Instant;
import java.util.Optional;

/// In which mode a place works: 平战结合. A mode is switched on for an area and holds for everything below it; what its
/// key means (`surge` …) is the playbook's matter. Answers come from memory and never touch the database.
public interface Modes {

    /// The mode of the smallest area around `place` for which one is on; empty in ordinary times.
    Optional<String> at(TerritoryCode place, Instant at);
}
