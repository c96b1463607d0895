package org.huying.live;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.TerritoryCode;

/// Whom an event concerns.
sealed interface Audience {

    /// Those who see this matter in lists, and the resident who reported it.
    ///
    /// @param units who has a part in it
    record OfMatter(TerritoryCode area, List<UUID> units, Optional<UUID> requester)
            implements Audience {}

    /// Those who see this whistle.
    record OfWhistle(TerritoryCode area, List<UUID> units) implements Audience {}

    /// Those who read one of these inboxes.
    record OfInboxes(Collection<UUID> inboxes) implements Audience {}
}
