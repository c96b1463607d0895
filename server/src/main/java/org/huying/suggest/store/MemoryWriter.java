package org.huying.suggest.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huying.matter.MatterSummary;
import org.huying.territory.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes what a batch of facts teaches, in the transaction of the caller: one statement for each table.
@Component
class MemoryWriter {

    private final JdbcClient jdbc;
    private final ExampleWriter examples;
    private final LearnedRevisions revisions;

    MemoryWriter(JdbcClient jdbc, ExampleWriter examples, LearnedRevisions revisions) {
        this.jdbc = jdbc;
        this.examples = examples;
        this.revisions = revisions;
    }

    /// A unit gave a matter back, by the step that led to this version.
    record Return(UUID matter, int version, UUID unit) {}

    /// Passes over versions, and returns, that were learned before.
    void learn(String region, List<MatterSummary> matters, List<Return> returns) {
        var returned = returns.stream().collect(Collectors.groupingBy(Return::matter));
        var stored = known(region, matters.stream().map(MatterSummary::id).toList());
        var lesson = new Lesson();
        var memories = new ArrayList<Memory>();
        var taught = new ArrayList<MatterSummary>();
        for (var matter : matters) {
            var before = Optional.ofNullable(stored.get(matter.id()));
            int heard = before.map(Memory::heard).orElse(0);
            var unheard =
                    returned.getOrDefault(matter.id(), List.of()).stream()
                            .filter(it -> it.version() > heard)
                            .toList();
            var after = Memory.of(matter);
            boolean known = before.filter(it -> it.version() >= after.version()).isPresent();
            if (known && unheard.isEmpty()) {
                continue;
            }
            if (!known) {
                lesson.stands(before, after);
            }
            unheard.forEach(it -> lesson.returned(before, after, it.unit()));
            int to = unheard.stream().mapToInt(Return::version).max().orElse(heard);
            memories.add((known ? before.orElse(after) : after).heardTo(to));
            if (!known && !before.map(Memory::item).orElse("").equals(after.item())) {
                taught.add(matter);
            }
        }
        if (!memories.isEmpty()) {
            remember(region, memories);
            count(region, lesson.changes());
            examples.teach(
                    region,
                    taught,
                    taught.stream().map(MatterSummary::id).filter(stored::containsKey).toList());
        }
    }

    private Map<UUID, Memory> known(String region, Collection<UUID> matters) {
        return jdbc
                .sql(
                        """
                        SELECT matter, version, month, item, area, unit, standing, heard FROM suggest.memory
                         WHERE region = :region AND matter = ANY (:matters::uuid[])
                        """)
                .param("region", region)
                .param("matters", texts(matters, UUID::toString))
                .query((row, _) -> memory(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Memory::matter, Function.identity()));
    }

    private static Memory memory(ResultSet row) throws SQLException {
        return new Memory(
                row.getObject("matter", UUID.class),
                row.getInt("version"),
                row.getObject("month", LocalDate.class),
                row.getString("item"),
                TerritoryCode.of(row.getString("area")),
                Optional.ofNullable(row.getObject("unit", UUID.class)),
                Memory.Standing.valueOf(row.getString("standing")),
                row.getInt("heard"));
    }

    private void remember(String region, List<Memory> memories) {
        jdbc.sql(
                        """
                        INSERT INTO suggest.memory (region, matter, version, month, item, area, unit, standing, heard)
                        SELECT :region, matter, version, month, item, area, nullif(unit, '')::uuid, standing, heard
                          FROM unnest(:matters::uuid[], :versions::integer[], :months::date[], :items::text[],
                                      :areas::text[], :units::text[], :standings::text[], :heard::integer[])
                            AS new (matter, version, month, item, area, unit, standing, heard)
                        ON CONFLICT (region, matter) DO UPDATE
                           SET version = excluded.version, month = excluded.month, item = excluded.item,
                               area = excluded.area, unit = excluded.unit, standing = excluded.standing,
                               heard = excluded.heard
                        """)
                .param("region", region)
                .param("matters", texts(memories, it -> it.matter().toString()))
                .param("versions", texts(memories, it -> Integer.toString(it.version())))
                .param("months", texts(memories, it -> it.month().toString()))
                .param("items", texts(memories, Memory::item))
                .param("areas", texts(memories, it -> it.area().value()))
                .param("units", texts(memories, it -> it.unit().map(UUID::toString).orElse("")))
                .param("standings", texts(memories, it -> it.standing().name()))
                .param("heard", texts(memories, it -> Integer.toString(it.heard())))
                .update();
    }

    private void count(String region, Map<Lesson.Key, Lesson.Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var keys = changes.keySet();
        jdbc.sql(
                        """
                        INSERT INTO suggest.tally AS t (region, month, item, area, unit, kept, returned)
                        SELECT :region, * FROM unnest(:months::date[], :items::text[], :areas::text[], :units::uuid[],
                                                      :kept::integer[], :returned::integer[])
                        ON CONFLICT (region, month, item, area, unit) DO UPDATE
                           SET kept = t.kept + excluded.kept, returned = t.returned + excluded.returned
                        """)
                .param("region", region)
                .param("months", texts(keys, it -> it.month().toString()))
                .param("items", texts(keys, Lesson.Key::item))
                .param("areas", texts(keys, it -> it.area().value()))
                .param("units", texts(keys, it -> it.unit().toString()))
                .param("kept", texts(changes.values(), it -> Integer.toString(it.kept())))
                .param("returned", texts(changes.values(), it -> Integer.toString(it.returned())))
                .update();
        revisions.grow(region, LearnedRevisions.UNITS, changes.size());
    }

    static <T> String[] texts(Collection<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }
}
