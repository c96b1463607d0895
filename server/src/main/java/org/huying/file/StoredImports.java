package org.huying.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.file.Import.By;
import org.huying.file.Import.Count;
import org.huying.file.Import.Mode;
import org.huying.file.Import.Phase;
import org.huying.file.Import.State;
import org.huying.sheet.Heading;
import org.huying.vault.Cipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The files that were brought in and how far each has come.
@Repository
class StoredImports {

    private static final String READ = "SELECT * FROM file.import WHERE region = :region";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Cipher cipher;

    StoredImports(JdbcClient jdbc, JsonMapper json, Cipher cipher) {
        this.jdbc = jdbc;
        this.json = json;
        this.cipher = cipher;
    }

    void add(Import one) {
        jdbc.sql(
                        """
                        INSERT INTO file.import (region, id, kind, name, encoding, heading, rows, parts, account, by_name,
                                                 state, phase, reached, added, changed, known, refused, created_at)
                        VALUES (:region, :id, :kind, :name, :encoding, :heading::jsonb, :rows, :parts, :account, :by,
                                :state, :phase, 0, 0, 0, 0, 0, :at)
                        """)
                .param("region", one.id().region())
                .param("id", one.id().value())
                .param("kind", one.kind())
                .param("name", cipher.seal(one.name()))
                .param("encoding", one.encoding())
                .param("heading", json.writeValueAsString(one.heading()))
                .param("rows", one.rows())
                .param("parts", one.parts())
                .param("account", one.by().account())
                .param("by", one.by().name())
                .param("state", one.state().name())
                .param("phase", one.phase().name())
                .param("at", one.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// How many rows and parts there turned out to be.
    void filled(Import.Id id, int rows, int parts) {
        jdbc.sql(
                        "UPDATE file.import SET rows = :rows, parts = :parts WHERE region = :region AND id = :id")
                .param("rows", rows)
                .param("parts", parts)
                .param("region", id.region())
                .param("id", id.value())
                .update();
    }

    Optional<Import> find(Import.Id id) {
        return jdbc.sql(READ + " AND id = :id")
                .param("region", id.region())
                .param("id", id.value())
                .query((row, _) -> read(row))
                .optional();
    }

    /// The same, and nobody else changes it before the present transaction ends.
    Optional<Import> locked(Import.Id id) {
        return jdbc.sql(READ + " AND id = :id FOR UPDATE")
                .param("region", id.region())
                .param("id", id.value())
                .query((row, _) -> read(row))
                .optional();
    }

    /// Those of one account, newest first.
    List<Import> page(String region, UUID account, Optional<UUID> after, int limit) {
        return jdbc.sql(
                        READ
                                + """
                                   AND account = :account AND id < coalesce(:after::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
                                 ORDER BY id DESC LIMIT :limit
                                """)
                .param("region", region)
                .param("account", account)
                .param("after", after.orElse(null))
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    /// Begins, if it still waits.
    boolean start(Import.Id id, Mode mode) {
        return jdbc.sql(
                                """
                                UPDATE file.import SET state = 'RUNNING', mode = :mode, phase = :phase
                                 WHERE region = :region AND id = :id AND state = 'READY' AND NOT emptied
                                """)
                        .param("mode", mode.name())
                        .param("phase", (mode == Mode.ALL ? Phase.CHECK : Phase.TAKE).name())
                        .param("region", id.region())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /// Stops it where it is, unless it is over.
    boolean cancel(Import.Id id, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE file.import SET state = 'CANCELLED', ended_at = :now
                                 WHERE region = :region AND id = :id AND state IN ('READY', 'RUNNING')
                                """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("region", id.region())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void reached(Import now) {
        jdbc.sql(
                        """
                        UPDATE file.import
                           SET state = :state, phase = :phase, reached = :reached, added = :added, changed = :changed,
                               known = :known, refused = :refused, ended_at = :ended
                         WHERE region = :region AND id = :id
                        """)
                .param("state", now.state().name())
                .param("phase", now.phase().name())
                .param("reached", now.reached())
                .param("added", now.count().added())
                .param("changed", now.count().changed())
                .param("known", now.count().known())
                .param("refused", now.count().refused())
                .param("ended", now.ended().map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null))
                .param("region", now.id().region())
                .param("id", now.id().value())
                .update();
    }

    /// Those whose rows have been kept long enough and that nobody is at, at most so many.
    List<Import.Id> old(Instant before, int limit) {
        return jdbc.sql(
                        """
                        SELECT region, id FROM file.import
                         WHERE NOT emptied AND created_at < :before AND state <> 'RUNNING' ORDER BY created_at LIMIT :limit
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) ->
                        new Import.Id(row.getString("region"), row.getObject("id", UUID.class)))
                .list();
    }

    /// Its rows are gone; one that nobody began has ended with that.
    void emptied(Import.Id id, Instant now) {
        jdbc.sql(
                        """
                        UPDATE file.import
                           SET emptied = true, state = CASE state WHEN 'READY' THEN 'CANCELLED' ELSE state END,
                               ended_at = coalesce(ended_at, :now)
                         WHERE region = :region AND id = :id
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("region", id.region())
                .param("id", id.value())
                .update();
    }

    private Import read(ResultSet row) throws SQLException {
        var id = new Import.Id(row.getString("region"), row.getObject("id", UUID.class));
        return new Import(
                id,
                row.getString("kind"),
                cipher.readable(row.getBytes("name"), "import " + id.value()).orElse("?"),
                row.getString("encoding"),
                json.readValue(row.getString("heading"), Heading.class),
                row.getInt("rows"),
                row.getInt("parts"),
                new By(row.getObject("account", UUID.class), row.getString("by_name")),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("mode")).map(Mode::valueOf),
                Phase.valueOf(row.getString("phase")),
                row.getInt("reached"),
                new Count(
                        row.getInt("added"),
                        row.getInt("changed"),
                        row.getInt("known"),
                        row.getInt("refused")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
