package org.huying.playbook;

import java.time.Instant;
import java.util.Map;
import org.huying.territory.TerritoryCode;

/// What a condition may ask about: `matter`, `item`, `place`, `channel`, `now`.
///
/// @param matter documented fields of the matter (`demand`, `channel`, `urgent` …) by name
public record Facts(Map<String, Object> matter, Item item, TerritoryCode place, Instant now) {}
