package org.huying.insight.feed;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.huying.matter.Flag;
import org.huying.matter.MatterSummary;
import org.huying.territory.Level;
import org.jspecify.annotations.Nullable;

/// The columns of a line, as text arrays for one bulk statement.
final class RowColumns {

    private record Column(
            String name, String type, Function<MatterSummary, @Nullable Object> value) {}

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("id", "uuid", MatterSummary::id),
                    new Column("version", "integer", MatterSummary::version),
                    new Column("open", "boolean", MatterSummary::open),
                    new Column("late", "boolean", MatterSummary::late),
                    new Column("reported_at", "timestamptz", MatterSummary::reportedAt),
                    new Column("changed_at", "timestamptz", MatterSummary::changedAt),
                    new Column("due", "timestamptz", m -> m.due().orElse(null)),
                    new Column("whole_due", "timestamptz", m -> m.wholeDue().orElse(null)),
                    new Column("closed_at", "timestamptz", m -> m.closedAt().orElse(null)),
                    new Column("unit", "uuid", m -> m.unit().orElse(null)),
                    new Column("person", "uuid", m -> m.person().orElse(null)),
                    new Column("requester", "uuid", m -> m.requester().orElse(null)),
                    new Column("point", "point", RowColumns::point),
                    new Column("number", "text", MatterSummary::number),
                    new Column("state", "text", MatterSummary::state),
                    new Column("outcome", "text", m -> m.open() ? null : m.state()),
                    new Column("item", "text", MatterSummary::item),
                    new Column("item_class", "text", MatterSummary::itemClass),
                    new Column("channel", "text", MatterSummary::channel),
                    new Column("demand", "text", MatterSummary::demand),
                    new Column("area", "text", m -> m.area().value()),
                    new Column("street", "text", RowColumns::street),
                    new Column("community", "text", RowColumns::community),
                    new Column("rating", "text", m -> m.rating().orElse(null)),
                    new Column("phone", "bytea", RowColumns::phone),
                    new Column("flags", "text", RowColumns::flags),
                    new Column("helpers", "text", RowColumns::helpers),
                    new Column("master", "uuid", m -> m.beside().master().orElse(null)),
                    new Column("amber", "timestamptz", m -> m.beside().amber().orElse(null)),
                    new Column("hidden", "boolean", MatterSummary::hidden),
                    new Column("title", "text", MatterSummary::title));

    private static final List<String> OPEN =
            List.of(
                    "id",
                    "version",
                    "late",
                    "reported_at",
                    "due",
                    "whole_due",
                    "unit",
                    "person",
                    "point",
                    "number",
                    "state",
                    "item",
                    "channel",
                    "area",
                    "street",
                    "community",
                    "flags",
                    "helpers",
                    "master",
                    "amber",
                    "title");

    private static final String ALL = COLUMNS.stream().map(Column::name).collect(list());

    /// Upserts lines; the newer version wins. Answers how many changed.
    static final String UPSERT =
            """
            WITH s AS (SELECT * FROM unnest(%s) AS s(%s)),
            r AS (INSERT INTO insight.matter_row AS m (region, %s)
                  SELECT :region, %s FROM s
                  ON CONFLICT (region, id) DO UPDATE SET %s
                   WHERE m.version < excluded.version
                  RETURNING 1),
            o AS (INSERT INTO insight.open_row AS m (region, %s)
                  SELECT :region, %s FROM s WHERE s.open
                  ON CONFLICT (region, id) DO UPDATE SET %s
                   WHERE m.version < excluded.version),
            d AS (DELETE FROM insight.open_row m USING s
                   WHERE m.region = :region AND m.id = s.id AND NOT s.open)
            SELECT count(*) FROM r
            """
                    .formatted(
                            COLUMNS.stream()
                                    .map(c -> ":%s::%s[]".formatted(c.name(), c.type()))
                                    .collect(list()),
                            ALL,
                            ALL,
                            ALL,
                            COLUMNS.stream()
                                    .map(Column::name)
                                    .map(RowColumns::renew)
                                    .collect(list()),
                            OPEN.stream().collect(list()),
                            OPEN.stream().map(RowColumns::kept).collect(list()),
                            OPEN.stream().map(RowColumns::renew).collect(list()));

    private RowColumns() {}

    /// One array for each column.
    static Map<String, Object> arrays(List<MatterSummary> matters) {
        var arrays = new TreeMap<String, Object>();
        for (var column : COLUMNS) {
            var values = new @Nullable String[matters.size()];
            for (int i = 0; i < values.length; i++) {
                var value = column.value().apply(matters.get(i));
                values[i] = value == null ? null : value.toString();
            }
            arrays.put(column.name(), values);
        }
        return arrays;
    }

    static String street(MatterSummary matter) {
        return cut(matter, Level.STREET);
    }

    static String community(MatterSummary matter) {
        return cut(matter, Level.COMMUNITY);
    }

    private static String cut(MatterSummary matter, Level level) {
        var code = matter.area().value();
        return code.substring(0, Math.min(level.digits(), code.length()));
    }

    private static @Nullable String point(MatterSummary matter) {
        return matter.point().map(p -> "(" + p.lon() + "," + p.lat() + ")").orElse(null);
    }

    private static @Nullable String phone(MatterSummary matter) {
        return matter.phone().map(p -> "\\x" + HexFormat.of().formatHex(p)).orElse(null);
    }

    private static @Nullable String flags(MatterSummary matter) {
        var flags = matter.beside().flags();
        return flags.isEmpty() ? null : Flag.text(flags);
    }

    private static @Nullable String helpers(MatterSummary matter) {
        var helping = matter.beside().helping();
        return helping.isEmpty()
                ? null
                : helping.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private static String renew(String column) {
        return column + " = excluded." + column;
    }

    private static String kept(String column) {
        return column.equals("due") ? "coalesce(due, 'infinity')" : column;
    }

    private static Collector<CharSequence, ?, String> list() {
        return Collectors.joining(", ");
    }
}
