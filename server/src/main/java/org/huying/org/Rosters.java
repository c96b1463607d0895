package org.huying.org;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.TerritoryCode;

/// Who of a team is on duty. Teams are found in memory, the roster by one indexed query.
public interface Rosters {

    /// Somebody in a shift, from its first moment until before its last.
    record OnDuty(UUID team, UUID person, String name, String shift, Instant from, Instant until) {}

    /// Everybody of a team who is on duty at that moment, in the order of shifts and names.
    List<OnDuty> onDuty(String region, UUID team, Instant at);

    /// Who answers for a place through the nearest team of a kind, from the place upwards to the county: whoever is on
    /// duty (`roster`), else the team's lead (`team-lead`), else the body that leads the team (`team`). Empty when there
    /// is no such team on the way up.
    Optional<Responsible> responsible(String teamKey, TerritoryCode place, Instant at);
}
