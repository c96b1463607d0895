package org.huying.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a backup file holds; the entry `manifest.json`, written last.
record Manifest(
        int format,
        Instant madeAt,
        String server,
        Map<String, String> versions,
        List<Table> tables,
        List<Sequence> sequences) {
    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    /// Rows of one table in PostgreSQL's binary COPY format, in the entry `data/<schema>.<name>`.
    record Table(String schema, String name, List<String> columns, long rows, String sha256) {
        String entry() {
            return "data/" + schema + "." + name;
        }

        String qualified() {
            return Catalog.quoted(schema) + "." + Catalog.quoted(name);
        }

        String columnList() {
            return String.join(", ", columns.stream().map(Catalog::quoted).toList());
        }
    }

    record Sequence(String schema, String name, long lastValue) {}
}
