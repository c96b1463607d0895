package org.huying.org;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huying.territory.TerritoryCode;

/// The rule "who gets this request": the post on the territory, then the unit on the duty list, then upwards from
/// grid to community, street and county.
public interface Duties {

    /// The one who is responsible at that moment; empty when nobody on the way up is.
    Optional<Responsible> responsible(DutyQuestion question);

    /// Who holds the post on the nearest territory, from the place upwards to the county, on which somebody does; nobody
    /// when it is held nowhere on the way.
    Set<UUID> holders(String post, TerritoryCode place, Instant at);
}
