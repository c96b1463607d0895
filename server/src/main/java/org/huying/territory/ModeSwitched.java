package org.huying.territory;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huying.eventlog.Fact;

/// A mode was switched on or off for an area. Stored in the event log: add fields, never rename or remove one.
///
/// @param subject the row of the switch
/// @param until when it ends by itself; when switched off, the moment it ended
public record ModeSwitched(
        String region,
        UUID subject,
        TerritoryCode area,
        String mode,
        boolean on,
        Instant from,
        Optional<Instant> until,
        Instant at)
        implements Fact {

    public static final String KIND = "territory.mode-switched";

    @Override
    public String kind() {
        return KIND;
    }
}
