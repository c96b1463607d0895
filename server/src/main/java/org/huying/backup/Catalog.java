package org.huying.backup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.huying.database.Migrations;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tables and sequences of Huying's schemas, tables in an order in which they can be filled.
final class Catalog {
    private final JdbcClient jdbc;

    Catalog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    boolean empty() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM pg_namespace WHERE nspname IN (:modules))")
                .param("modules", Migrations.MODULES)
                .query(Boolean.class)
                .single();
    }

    void dropAll() {
        Migrations.MODULES.forEach(module ->
                jdbc.sql("DROP SCHEMA IF EXISTS " + quoted(module) + " CASCADE").update());
    }

    /// Estimated, for a progress bar.
    long rows() {
        return jdbc.sql(
                        """
                        SELECT coalesce(sum(greatest(reltuples, 0)), 0)::bigint
                          FROM pg_class WHERE relkind = 'r' AND relnamespace::regnamespace::text IN (:modules)
                        """)
                .param("modules", Migrations.MODULES)
                .query(Long.class)
                .single();
    }

    /// Tables without their rows counted: those that others refer to come first.
    List<Manifest.Table> tables() {
        var tables = new TreeMap<String, Manifest.Table>();
        jdbc.sql(
                        """
                        SELECT n.nspname AS schema, c.relname AS name, a.attname AS column
                          FROM pg_class c
                          JOIN pg_namespace n ON n.oid = c.relnamespace
                          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                         WHERE n.nspname IN (:modules) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                           AND c.relname <> :history AND a.attgenerated = ''
                         ORDER BY n.nspname, c.relname, a.attnum
                        """)
                .param("modules", Migrations.MODULES)
                .param("history", Migrations.HISTORY)
                .query(row -> {
                    var schema = row.getString("schema");
                    var name = row.getString("name");
                    tables.computeIfAbsent(
                                    schema + "." + name,
                                    _ -> new Manifest.Table(schema, name, new ArrayList<>(), 0, ""))
                            .columns()
                            .add(row.getString("column"));
                });
        return ordered(tables);
    }

    List<Manifest.Sequence> sequences() {
        return jdbc.sql(
                        """
                        SELECT schemaname, sequencename, last_value FROM pg_sequences
                         WHERE schemaname IN (:modules) AND last_value IS NOT NULL
                        """)
                .param("modules", Migrations.MODULES)
                .query((row, _) ->
                        new Manifest.Sequence(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    private List<Manifest.Table> ordered(Map<String, Manifest.Table> tables) {
        var needs = references();
        var done = new LinkedHashMap<String, Manifest.Table>();
        while (done.size() < tables.size()) {
            var before = done.size();
            tables.forEach((name, table) -> {
                if (done.keySet().containsAll(needs.getOrDefault(name, Set.of()))) {
                    done.putIfAbsent(name, table);
                }
            });
            if (done.size() == before) {
                throw new IllegalStateException("Foreign keys go round in a circle");
            }
        }
        return List.copyOf(done.values());
    }

    private Map<String, Set<String>> references() {
        var needs = new HashMap<String, Set<String>>();
        jdbc.sql(
                        """
                        SELECT cn.nspname || '.' || c.relname, rn.nspname || '.' || r.relname
                          FROM pg_constraint k
                          JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace cn ON cn.oid = c.relnamespace
                          JOIN pg_class r ON r.oid = k.confrelid JOIN pg_namespace rn ON rn.oid = r.relnamespace
                         WHERE k.contype = 'f' AND k.conrelid <> k.confrelid AND NOT r.relispartition
                        """)
                .query(row -> {
                    needs.computeIfAbsent(row.getString(1), _ -> new java.util.HashSet<>())
                            .add(row.getString(2));
                });
        return needs;
    }
}
