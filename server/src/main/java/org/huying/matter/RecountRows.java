package org.huying.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.huying.calendar.Recountable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The stored recounts and how far each has come.
@Repository
class RecountRows {

    private static final UUID FIRST = new UUID(0, 0);

    private static final TypeReference<TreeMap<String, Tally>> PARTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RecountRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// What makes a recount: somebody's order, or days that have changed.
    enum Cause {
        ORDER,
        DAYS
    }

    /// A recount that is asked for.
    record Asked(MatterId id, UUID key, Cause cause, String why, UUID by, Instant at) {}

    /// How many were looked at, moved, and could not be counted or were moved by somebody else every time.
    record Tally(int looked, int moved, int failed) {
        Tally plus(Recountable.Chunk chunk) {
            return new Tally(
                    looked + chunk.looked(), moved + chunk.moved(), failed + chunk.failed());
        }
    }

    /// One recount of a region.
    ///
    /// @param kind the kind that is being counted
    /// @param reached the last one of it that was looked at
    /// @param parts what became of each kind so far; `all` is their sum
    /// @param joined the younger one that counts in its place, because it was asked for before this one began
    record Recount(
            MatterId id,
            Cause cause,
            String why,
            Instant asked,
            String kind,
            UUID reached,
            Tally all,
            SortedMap<String, Tally> parts,
            Optional<Instant> done,
            Optional<UUID> joined) {

        int looked() {
            return all.looked();
        }

        int moved() {
            return all.moved();
        }

        int failed() {
            return all.failed();
        }

        /// One that goes no further: another one does it all.
        Recount into(UUID younger, Instant now) {
            return new Recount(
                    id,
                    cause,
                    why,
                    asked,
                    kind,
                    reached,
                    all,
                    parts,
                    Optional.of(now),
                    Optional.of(younger));
        }

        /// At the beginning of a kind.
        Recount at(String next) {
            return new Recount(id, cause, why, asked, next, FIRST, all, parts, done, joined);
        }

        Recount with(Recountable.Chunk chunk) {
            var tallies = new TreeMap<>(parts);
            tallies.put(kind, tallies.getOrDefault(kind, new Tally(0, 0, 0)).plus(chunk));
            return new Recount(
                    id,
                    cause,
                    why,
                    asked,
                    kind,
                    chunk.last().orElse(reached),
                    all.plus(chunk),
                    tallies,
                    done,
                    joined);
        }

        Recount over(Instant now) {
            return new Recount(
                    id, cause, why, asked, kind, reached, all, parts, Optional.of(now), joined);
        }
    }

    /// False when the key was used before.
    boolean add(Asked asked) {
        return jdbc.sql(
                                """
                                INSERT INTO matter.recount (region, id, request_key, cause, why, asked_by, asked_at,
                                                            reached, looked, moved, failed)
                                VALUES (:region, :id, :key, :cause, :why, :by, :at, :first, 0, 0, 0)
                                ON CONFLICT (region, request_key) DO NOTHING
                                """)
                        .param("region", asked.id().region())
                        .param("id", asked.id().value())
                        .param("key", asked.key())
                        .param("cause", asked.cause().name())
                        .param("why", asked.why())
                        .param("by", asked.by())
                        .param("at", asked.at().atOffset(ZoneOffset.UTC))
                        .param("first", FIRST)
                        .update()
                == 1;
    }

    /// The last ones, the youngest first.
    List<Recount> last(String region, int limit) {
        return jdbc.sql(
                        "SELECT * FROM matter.recount WHERE region = :region ORDER BY id DESC LIMIT :limit")
                .param("region", region)
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    /// A younger one that is not done.
    Optional<UUID> younger(MatterId than) {
        return jdbc.sql(
                        """
                        SELECT id FROM matter.recount
                         WHERE region = :region AND id > :id AND done_at IS NULL
                         ORDER BY id DESC LIMIT 1
                        """)
                .param("region", than.region())
                .param("id", than.value())
                .query(UUID.class)
                .optional();
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
                           SET kind = :kind, reached = :reached, parts = :parts::jsonb, looked = :looked,
                               moved = :moved, failed = :failed, done_at = :done, joined = :joined
                         WHERE region = :region AND id = :id
                        """)
                .param("kind", now.kind())
                .param("reached", now.reached())
                .param("parts", json.writeValueAsString(now.parts()))
                .param("looked", now.looked())
                .param("moved", now.moved())
                .param("failed", now.failed())
                .param("done", now.done().map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null))
                .param("joined", now.joined().orElse(null))
                .param("region", now.id().region())
                .param("id", now.id().value())
                .update();
    }

    private Recount read(ResultSet row) throws SQLException {
        return new Recount(
                new MatterId(row.getString("region"), row.getObject("id", UUID.class)),
                Cause.valueOf(row.getString("cause")),
                row.getString("why"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                row.getObject("reached", UUID.class),
                new Tally(row.getInt("looked"), row.getInt("moved"), row.getInt("failed")),
                json.readValue(row.getString("parts"), PARTS),
                Optional.ofNullable(row.getObject("done_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getObject("joined", UUID.class)));
    }
}
