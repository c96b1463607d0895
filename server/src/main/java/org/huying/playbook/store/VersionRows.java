package org.huying.playbook.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huying.playbook.source.SourceFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables `playbook.version` and `playbook.catalogue`.
@Repository
class VersionRows {

    private final JdbcClient jdbc;

    VersionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The stored texts of one version.
    /// @param text the file as it was written, of an edited version
    record Document(String document, String origins, Optional<String> text) {}

    List<Registered> all() {
        return jdbc.sql(
                        """
                        SELECT key, version, place, effective_from, sha256, source
                          FROM playbook.version
                         ORDER BY key, version
                        """)
                .query((row, _) -> registered(row))
                .list();
    }

    Optional<Document> document(String key, int version) {
        return jdbc.sql(
                        """
                        SELECT document::text, origins::text, text
                          FROM playbook.version
                         WHERE key = :key AND version = :version
                        """)
                .param("key", key)
                .param("version", version)
                .query((row, _) ->
                        new Document(
                                row.getString(1),
                                row.getString(2),
                                Optional.ofNullable(row.getString(3))))
                .optional();
    }

    /// False when another node registered that number first.
    boolean insert(Registered version, Document document, Instant now) {
        return jdbc.sql(
                                """
                                INSERT INTO playbook.version (key, version, place, effective_from,
                                                              document, origins, sha256, source, created_at, text)
                                VALUES (:key, :version, :place, :from,
                                        :document::json, :origins::json, :sha256, :source, :now, :text)
                                ON CONFLICT (key, version) DO NOTHING
                                """)
                        .param("key", version.key())
                        .param("version", version.version())
                        .param("place", version.place())
                        .param("from", at(version.effectiveFrom()))
                        .param("document", document.document())
                        .param("origins", document.origins())
                        .param("sha256", version.sha256())
                        .param("source", version.source())
                        .param("now", at(now))
                        .param("text", document.text().orElse(null))
                        .update()
                == 1;
    }

    Optional<SourceFile> catalogue(String playbook, String name) {
        return jdbc.sql(
                        """
                        SELECT name, content
                          FROM playbook.catalogue
                         WHERE playbook = :playbook AND name = :name
                        """)
                .param("playbook", playbook)
                .param("name", name)
                .query((row, _) -> new SourceFile(row.getString(1), row.getString(2)))
                .optional();
    }

    void keep(String playbook, SourceFile file, String sha256, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO playbook.catalogue (playbook, name, content, sha256, imported_at)
                        VALUES (:playbook, :name, :content, :sha256, :now)
                        ON CONFLICT (playbook, name)
                        DO UPDATE SET content = excluded.content, sha256 = excluded.sha256,
                                      imported_at = excluded.imported_at
                        """)
                .param("playbook", playbook)
                .param("name", file.name())
                .param("content", file.text())
                .param("sha256", sha256)
                .param("now", at(now))
                .update();
    }

    private static Registered registered(ResultSet row) throws SQLException {
        return new Registered(
                row.getString("key"),
                row.getInt("version"),
                row.getString("place"),
                row.getObject("effective_from", OffsetDateTime.class).toInstant(),
                row.getString("sha256"),
                row.getString("source"));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
