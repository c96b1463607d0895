package org.huying.shape;

import java.util.List;
import org.huying.database.Migrations;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the migrated schema must look like so that it stays fast, explained, and fit for distribution by region.
/// Every method answers what breaks the rule.
final class SchemaRules {
    private static final String OURS =
            " AND n.nspname IN (:modules) AND c.relname <> 'flyway_history'";

    private final JdbcClient jdbc;

    SchemaRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> tables() {
        return names(
                """
                SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE c.relkind IN ('r', 'p')
                """
                        + OURS);
    }

    List<String> growing() {
        return names(
                """
                SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'region' AND NOT a.attisdropped
                 WHERE c.relkind IN ('r', 'p')
                """
                        + OURS);
    }

    List<String> withoutComment() {
        return names(
                """
                SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE c.relkind IN ('r', 'p') AND coalesce(obj_description(c.oid, 'pg_class'), '') = ''
                """
                        + OURS);
    }

    List<String> withoutPrimaryKey() {
        return names(
                """
                SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE c.relkind IN ('r', 'p')
                   AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary)
                """
                        + OURS);
    }

    /// Primary keys and unique indexes of tables with a region that do not begin with it.
    List<String> uniqueWithoutRegionFirst() {
        return names(
                """
                SELECT n.nspname || '.' || c.relname || ': ' || i.indexrelid::regclass
                  FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'region' AND NOT a.attisdropped
                 WHERE i.indisunique AND i.indkey[0] <> a.attnum
                """
                        + OURS);
    }

    /// Foreign keys between tables with a region that do not begin with it.
    List<String> foreignWithoutRegionFirst() {
        return names(
                """
                SELECT n.nspname || '.' || c.relname || ': ' || k.conname
                  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'region' AND NOT a.attisdropped
                  JOIN pg_attribute r ON r.attrelid = k.confrelid AND r.attname = 'region' AND NOT r.attisdropped
                 WHERE k.contype = 'f' AND (k.conkey[1] <> a.attnum OR k.confkey[1] <> r.attnum)
                """
                        + OURS);
    }

    /// Foreign keys for which no index begins with their columns; one that leaves out only rows without the key will do.
    List<String> foreignWithoutIndex() {
        return names(
                """
                SELECT n.nspname || '.' || c.relname || ': ' || k.conname
                  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE k.contype = 'f' AND NOT EXISTS (
                       SELECT FROM pg_index i
                        WHERE i.indrelid = k.conrelid
                          AND coalesce(pg_get_expr(i.indpred, i.indrelid), '') ~ '^(\\([a-z_]+ IS NOT NULL\\))?$'
                          AND (SELECT array_agg(x ORDER BY x) FROM unnest(k.conkey) x)
                            = (SELECT array_agg(y ORDER BY y)
                                 FROM unnest((i.indkey::int2[])[0 : cardinality(k.conkey) - 1]) y))
                """
                        + OURS);
    }

    List<String> foreignAcrossSchemas() {
        return names(
                """
                SELECT n.nspname || '.' || c.relname || ': ' || k.conname
                  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                  JOIN pg_class r ON r.oid = k.confrelid
                 WHERE k.contype = 'f' AND r.relnamespace <> c.relnamespace
                """
                        + OURS);
    }

    /// Tables in which no row may be deleted, by a trigger, and that may yet be emptied as a whole.
    List<String> historyThatCanBeEmptied() {
        return names(
                """
                SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE EXISTS (SELECT FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
                                WHERE t.tgrelid = c.oid AND p.proname = 'refuse_change' AND t.tgtype & 8 = 8)
                   AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgtype & 34 = 34)
                """
                        + OURS);
    }

    private List<String> names(String sql) {
        return jdbc.sql("SELECT DISTINCT name FROM (" + sql + ") AS found (name) ORDER BY name")
                .param("modules", Migrations.MODULES)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
