package org.huying.org;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huying.territory.TerritoryCode;

/// The register of bodies. Answers come from a short-lived cache.
public interface Organisations {

    Optional<Organisation> byId(String region, UUID id);

    Optional<Organisation> byKey(String region, String key);

    /// The bodies that serve exactly this place, by name.
    List<Organisation> anchored(String region, TerritoryCode place);

    /// The bodies whose posts this account holds at that moment.
    Set<UUID> servedBy(String region, UUID account, Instant at);

    /// Names by id; ids that are unknown are missing from the answer.
    Map<UUID, String> names(String region, Collection<UUID> ids);
}
