package org.huying.playbook;

import java.time.Instant;
import java.util.Map;
import org.huying.territory.TerritoryCode;

/// What a condition may ask about: `matter`, `item`, `place`, `channel`, `clock`, `now`.
///
/// @param matter documented fields of the matter (`demand`, `channel`, `urgent` …) by name
/// @param clock the light of each running stage by its word: `green`, `amber`, `red`
public record Facts(
        Map<String, Object> matter,
        Item item,
        TerritoryCode place,
        Instant now,
        Map<String, String> clock) {

    /// Without clocks: nothing has run out.
    public Facts(Map<String, Object> matter, Item item, TerritoryCode place, Instant now) {
        this(matter, item, place, now, Map.of());
    }
}
