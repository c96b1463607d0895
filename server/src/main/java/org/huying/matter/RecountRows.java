package org.huying.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The stored recounts and how far each has come.
@Repository
class RecountRows {

    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    RecountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One recount of a region.
    ///
    /// @param reached the last matter looked at
    /// @param failed matters that could not be counted, or that somebody else moved every time
    record Recount(
            MatterId id,
            String why,
            Instant asked,
            UUID reached,
            int looked,
            int moved,
            int failed,
            Optional<Instant> done) {}

    /// False when the key was used before.
    boolean add(MatterId id, UUID key, String why, UUID by, Instant at) {
        return jdbc.sql(
                                """
                                INSERT INTO matter.recount (region, id, request_key, why, asked_by, asked_at, reached,
                                                            looked, moved, failed)
                                VALUES (:region, :id, :key, :why, :by, :at, :first, 0, 0, 0)
                                ON CONFLICT (region, request_key) DO NOTHING
                                """)
                        .param("region", id.region())
                        .param("id", id.value())
                        .param("key", key)
                        .param("why", why)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("first", FIRST)
                        .update()
                == 1;
    }

    Optional<Recount> find(MatterId id) {
        return jdbc.sql("SELECT * FROM matter.recount WHERE region = :region AND id = :id")
                .param("region", id.region())
                .param("id", id.value())
                .query((row, _) -> read(row))
                .optional();
    }

    Optional<Recount> byKey(String region, UUID key) {
        return jdbc.sql(
                        "SELECT * FROM matter.recount WHERE region = :region AND request_key = :key")
                .param("region", region)
                .param("key", key)
                .query((row, _) -> read(row))
                .optional();
    }

    void reached(Recount now) {
        jdbc.sql(
                        """
                        UPDATE matter.recount
                           SET reached = :reached, looked = :looked, moved = :moved, failed = :failed, done_at = :done
                         WHERE region = :region AND id = :id
                        """)
                .param("reached", now.reached())
                .param("looked", now.looked())
                .param("moved", now.moved())
                .param("failed", now.failed())
                .param("done", now.done().map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null))
                .param("region", now.id().region())
                .param("id", now.id().value())
                .update();
    }

    private static Recount read(ResultSet row) throws SQLException {
        return new Recount(
                new MatterId(row.getString("region"), row.getObject("id", UUID.class)),
                row.getString("why"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("reached", UUID.class),
                row.getInt("looked"),
                row.getInt("moved"),
                row.getInt("failed"),
                Optional.ofNullable(row.getObject("done_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
