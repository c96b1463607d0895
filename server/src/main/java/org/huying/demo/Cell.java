package org.huying.demo;

import java.util.List;
import java.util.Map;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;

/// One place of the demo with its schematic outline. Divisions are real, what lies below them is generated.
record Cell(TerritoryCode code, Kind kind, String name, int households, Box box) {

    private static final double PERSONS = 2.6;

    boolean at(Level level) {
        return code.level() == level;
    }

    boolean urban() {
        return name.contains("社区") || name.contains("居");
    }

    /// What people call it: without 居民委员会 and the like.
    String shortName() {
        return name.replaceFirst("(社区)?(居民委员会|村民委员会|居委会|村委会|村民委会)$", "$1");
    }

    /// As a GeoJSON feature.
    Map<String, Object> feature() {
        return Map.of(
                "type",
                "Feature",
                "properties",
                Map.of(
                        "code",
                        code.value(),
                        "name",
                        name,
                        "kind",
                        kind.name(),
                        "households",
                        households,
                        "residents",
                        (int) (households * PERSONS),
                        "generated",
                        kind != Kind.DIVISION),
                "geometry",
                Map.of("type", "Polygon", "coordinates", List.of(box.ring())));
    }
}
