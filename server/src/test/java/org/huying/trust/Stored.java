package org.huying.trust;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.huying.eventlog.Consumers;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the database holds, to be compared with what it held before.
record Stored(JdbcClient jdbc, Consumers consumers) {

    /// Where sessions, looks and limits are written down. What comes round by itself changes too: the schema `scheduler`.
    private static final Set<String> OWN =
            Set.of("session", "one_time_code", "audit", "audit_seal", "audit_head");

    /// A digest of every table but those.
    Map<String, String> rows() {
        consumers.drain();
        var rows = new TreeMap<String, String>();
        jdbc
                .sql(
                        """
                        SELECT schemaname || '.' || tablename AS name, tablename FROM pg_tables
                         WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'scheduler')
                        """)
                .query((row, _) -> OWN.contains(row.getString(2)) ? "" : row.getString(1))
                .list()
                .stream()
                .filter(table -> !table.isEmpty())
                .forEach(table -> rows.put(table, digest(table)));
        return rows;
    }

    private String digest(String table) {
        return jdbc.sql(
                        "SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY t::text)), '') FROM "
                                + table
                                + " t")
                .query(String.class)
                .single();
    }
}
