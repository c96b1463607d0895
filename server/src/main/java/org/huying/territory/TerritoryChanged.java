package org.huying.territory;

import java.time.Instant;
import java.util.UUID;
import org.huying.eventlog.Fact;

/// Places of a region were added, changed or ended. Stored in the event log: add fields, never rename or remove one.
///
/// @param subject the first node concerned
/// @param act `import`, `create`, `merge`, `split`, `rename`, `move` or `cancel`
public record TerritoryChanged(String region, UUID subject, String act, Instant at)
        implements Fact {

    public static final String KIND = "territory.changed";

    @Override
    public String kind() {
        return KIND;
    }
}
