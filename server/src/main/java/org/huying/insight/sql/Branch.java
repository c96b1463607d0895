package org.huying.insight.sql;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;

/// One branch of a list: conditions that one index serves. Parameter names end in the branch's number.
final class Branch {

    private final String table;
    private final int number;
    private final StringBuilder conditions = new StringBuilder("m.region = :region");
    private final Map<String, Object> params = new HashMap<>();

    Branch(String table, int number) {
        this.table = table;
        this.number = number;
    }

    String table() {
        return table;
    }

    Map<String, Object> params() {
        return params;
    }

    String where() {
        return conditions.toString();
    }

    /// A condition whose single `?` stands for `value`.
    Branch and(String condition, String name, Object value) {
        params.put(name + number, value);
        conditions.append(" AND ").append(condition.replace("?", ":" + name + number));
        return this;
    }

    <T> Branch andIf(Optional<T> value, String condition, String name) {
        value.ifPresent(v -> and(condition, name, Values.bound(v)));
        return this;
    }

    Branch cut(Cut cut) {
        cut.area().ifPresent(this::area);
        cut.unit().ifPresent(unit -> and("m.unit = ?", "unit", unit));
        return this;
    }

    /// Equality on street and community, which indexes lead with; a range below them.
    private void area(TerritoryCode area) {
        switch (area.level()) {
            case PROVINCE, CITY, COUNTY -> range(area);
            case STREET -> and("m.street = ?", "street", area.value());
            case COMMUNITY -> and("m.community = ?", "community", area.value());
            case GRID, MICRO_GRID -> {
                and("m.community = ?", "community", area.at(Level.COMMUNITY).value());
                range(area);
            }
        }
    }

    private void range(TerritoryCode area) {
        and("m.area >= ?", "area", area.value());
        and("m.area < ?", "areaEnd", area.end());
    }
}
