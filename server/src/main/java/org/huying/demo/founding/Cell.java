package org.huying.demo.founding;

import java.util.List;
import java.util.Map;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.Node;
import org.huying.territory.TerritoryCode;

/// One place of the demo with its schematic outline. Divisions are real, what lies below them is generated.
public record Cell(
        TerritoryCode code, Kind kind, String name, int households, boolean generated, Box box) {

    private static final double PERSONS = 2.6;

    static Cell of(Node division, int households, Box box) {
        return new Cell(
                division.code(),
                division.kind(),
                division.name(),
                households,
                division.generated(),
                box);
    }

    /// Where people live: the micro-grids, or everything where there are none.
    public static List<Cell> homes(List<Cell> cells) {
        var grids = cells.stream().filter(it -> it.kind() == Kind.MICRO_GRID).toList();
        return grids.isEmpty() ? cells : grids;
    }

    public boolean at(Level level) {
        return code.level() == level;
    }

    boolean urban() {
        return Shaping.urban(name);
    }

    /// What people call it: without 居民委员会 and the like.
    public String shortName() {
        return shortName(name);
    }

    static String shortName(String name) {
        return name.replaceFirst("(社区)?(居民委员会|村民委员会|村委员会|居委会|村委会|村民委会)$", "$1");
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
                        generated),
                "geometry",
                Map.of("type", "Polygon", "coordinates", List.of(box.ring())));
    }
}
