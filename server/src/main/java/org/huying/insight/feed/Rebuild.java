package org.huying.insight.feed;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Empties the tables, with or without their indexes.
final class Rebuild {

    private static final List<String> TABLES =
            List.of("matter_row", "open_row", "aside_row", "matter_text", "text_slot", "counter");

    private record Index(String name, String definition) {}

    private final JdbcClient jdbc;

    Rebuild(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Whether no other region is stored.
    boolean alone(String region) {
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM insight.text_slot WHERE region <> :region)")
                .param("region", region)
                .query(Boolean.class)
                .single();
    }

    void forget(String region) {
        for (var table : TABLES) {
            jdbc.sql("DELETE FROM insight." + table + " WHERE region = :region")
                    .param("region", region)
                    .update();
        }
    }

    /// Empties the tables, fills them and builds their indexes afterwards, which takes a fraction of the time. To be
    /// called in a transaction: either all of it happens or nothing.
    void withoutIndexes(Runnable fill) {
        jdbc.sql("TRUNCATE insight." + String.join(", insight.", TABLES)).update();
        jdbc.sql("SET LOCAL maintenance_work_mem = '512MB'").update();
        var indexes = indexes();
        indexes.forEach(index -> jdbc.sql("DROP INDEX insight." + index.name()).update());
        fill.run();
        indexes.forEach(index -> jdbc.sql(index.definition()).update());
        TABLES.forEach(table -> jdbc.sql("ANALYZE insight." + table).update());
    }

    /// All but those of primary keys.
    private List<Index> indexes() {
        return jdbc.sql(
                        """
                        SELECT indexname, indexdef FROM pg_indexes
                         WHERE schemaname = 'insight' AND tablename IN (:tables) AND indexname NOT LIKE '%\\_pk'
                         ORDER BY indexname
                        """)
                .param("tables", TABLES)
                .query((row, _) -> new Index(row.getString(1), row.getString(2)))
                .list();
    }
}
