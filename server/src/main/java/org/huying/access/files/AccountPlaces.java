package org.huying.access.files;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huying.org.Organisation;
import org.huying.org.Organisations;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;

/// Where roles can hold in a county, and for which bodies. Answers come from memory.
record AccountPlaces(String region, Organisations organisations, Territory territory, Instant now) {

    private static final Pattern CODE = Pattern.compile("\\d{6}|\\d{9}|\\d{12}|\\d{15}|\\d{18}");

    /// A division or grid that is there today.
    Optional<TerritoryCode> area(String text) {
        return Optional.of(text)
                .filter(it -> CODE.matcher(it).matches() && it.startsWith(region))
                .map(TerritoryCode::of)
                .filter(it -> territory.node(it, now).isPresent());
    }

    Optional<UUID> unit(String key) {
        return organisations.byKey(region, key).map(Organisation::id);
    }
}
