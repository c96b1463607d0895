package org.huying.territory;

import java.time.LocalDate;
import java.util.Optional;

/// One place of the territory while it was valid: from `validFrom` to the day before `validTo`. A changed division is a
/// new node with lineage; codes are never edited or used again. `generated` marks sample data.
public record Node(
        TerritoryCode code,
        Kind kind,
        String name,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        boolean generated) {}
