package org.huying.insight.sql;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huying.matter.Flag;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;

/// One branch of a list: conditions that one index serves. Parameter names end in the branch's number. The lines `m` are
/// read as they are, or found by `k`, the lines of a flag in `aside_row`.
final class Branch {

    private final String table;
    private final int number;
    private final String keys;
    private final StringBuilder conditions;
    private final Map<String, Object> params = new HashMap<>();

    Branch(String table, int number) {
        this.table = table;
        this.number = number;
        this.keys = "m";
        this.conditions = new StringBuilder("m.region = :region");
    }

    /// Lines that have a flag. The flag stands in the text: there are few, and partial indexes want to see it.
    Branch(String table, int number, Flag flag) {
        this.table = table;
        this.number = number;
        this.keys = "k";
        this.conditions =
                new StringBuilder("k.region = :region AND k.flag = '%s'".formatted(flag.key()));
    }

    /// Which of the tables in [#from()] the keys of the order are read from.
    String keys() {
        return keys;
    }

    boolean direct() {
        return keys.equals("m");
    }

    String from() {
        return direct()
                ? "insight.%s m".formatted(table)
                : "insight.aside_row k JOIN insight.%s m ON m.region = :region AND m.id = k.id"
                        .formatted(table);
    }

    Map<String, Object> params() {
        return params;
    }

    String where() {
        return conditions.toString();
    }

    /// A condition in which every `?` stands for `value`.
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
        cut.unit().ifPresent(unit -> and(keys + ".unit = ?", "unit", unit));
        return this;
    }

    /// As [#cut(Cut)], where some other index leads: also what the unit of the cut has another part in.
    Branch within(Cut cut) {
        cut.area().ifPresent(this::area);
        cut.unit()
                .ifPresent(unit ->
                        and(
                                """
                                (m.unit = ? OR EXISTS (
                                       SELECT FROM insight.aside_row a
                                        WHERE a.region = m.region AND a.id = m.id AND a.flag = 'involved' AND a.unit = ?))\
                                """,
                                "unit",
                                unit));
        return this;
    }

    Branch and(String condition) {
        conditions.append(" AND ").append(condition);
        return this;
    }

    /// Equality on street and community, which indexes lead with; a range below them.
    private void area(TerritoryCode area) {
        switch (area.level()) {
            case PROVINCE, CITY, COUNTY -> range(area);
            case STREET -> and(keys + ".street = ?", "street", area.value());
            case COMMUNITY -> and(keys + ".community = ?", "community", area.value());
            case GRID, MICRO_GRID -> {
                and(keys + ".community = ?", "community", area.at(Level.COMMUNITY).value());
                range(area);
            }
        }
    }

    private void range(TerritoryCode area) {
        and(keys + ".area >= ?", "area", area.value());
        and(keys + ".area < ?", "areaEnd", area.end());
    }
}
