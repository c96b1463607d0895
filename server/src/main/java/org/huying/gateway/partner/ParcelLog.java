package org.huying.gateway.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What becomes of messages to partners, for those who look after them. Nobody's words.
@Repository
class ParcelLog {

    /// @param number the partner's number of the order, or ours of what is pushed
    record Line(
            UUID id,
            UUID matter,
            String number,
            String kind,
            String state,
            int attempts,
            Optional<Instant> next,
            Optional<Instant> tried,
            Optional<Integer> status,
            Optional<String> error,
            Instant created) {}

    /// @param oldest when the oldest that waits was made
    record Queue(long waiting, long dead, Optional<Instant> oldest) {
        static final Queue EMPTY = new Queue(0, 0, Optional.empty());
    }

    private final JdbcClient jdbc;

    ParcelLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Newest first, before this one.
    List<Line> page(Partner partner, Optional<String> state, UUID before, int limit) {
        return jdbc.sql(
                        """
                        SELECT * FROM gateway.parcel
                         WHERE region = :region AND partner = :partner AND id < :before
                           AND (:state::text IS NULL OR state = :state)
                         ORDER BY id DESC LIMIT :limit
                        """)
                .param("region", partner.region())
                .param("partner", partner.key())
                .param("before", before)
                .param("state", state.orElse(null))
                .param("limit", limit)
                .query((row, _) -> line(row))
                .list();
    }

    /// Partner → what waits and what was given up.
    Map<String, Queue> queues(String region) {
        var queues = new HashMap<String, Queue>();
        jdbc.sql(
                        """
                        SELECT partner, count(*) FILTER (WHERE state = 'waiting') AS waiting,
                               count(*) FILTER (WHERE state = 'dead') AS dead,
                               min(created_at) FILTER (WHERE state = 'waiting') AS oldest
                          FROM gateway.parcel WHERE region = :region AND state IN ('waiting', 'dead')
                         GROUP BY partner
                        """)
                .param("region", region)
                .query((row, _) ->
                        Map.entry(
                                row.getString("partner"),
                                new Queue(
                                        row.getLong("waiting"),
                                        row.getLong("dead"),
                                        time(row, "oldest"))))
                .list()
                .forEach(it -> queues.put(it.getKey(), it.getValue()));
        return queues;
    }

    /// Which of these matters each partner has been told of: `partner matter`.
    Set<String> pushed(String region, Collection<UUID> matters) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                SELECT partner || ' ' || matter FROM gateway.parcel
                                 WHERE region = :region AND matter = ANY (:matters::uuid[]) AND kind = 'push'
                                """)
                        .param("region", region)
                        .param(
                                "matters",
                                matters.stream().map(UUID::toString).toArray(String[]::new))
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    /// Numbers of a day whose result was delivered, in order, after this one.
    List<String> results(Partner partner, LocalDate day, String after, int limit) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT number FROM gateway.parcel
                         WHERE region = :region AND partner = :partner AND day = :day AND number > :after
                           AND kind = 'result' AND state = 'delivered'
                         ORDER BY number LIMIT :limit
                        """)
                .param("region", partner.region())
                .param("partner", partner.key())
                .param("day", day)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// Those of these numbers that have a result to send, sent or not.
    List<String> withResult(Partner partner, Collection<String> numbers) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT p.number FROM gateway.work_order o
                          JOIN gateway.parcel p ON p.region = o.region AND p.partner = o.partner AND p.matter = o.matter
                         WHERE o.region = :region AND o.partner = :partner AND o.number = ANY (:numbers)
                           AND p.kind = 'result'
                        """)
                .param("region", partner.region())
                .param("partner", partner.key())
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        int status = row.getInt("status");
        boolean answered = !row.wasNull();
        return new Line(
                row.getObject("id", UUID.class),
                row.getObject("matter", UUID.class),
                row.getString("number"),
                row.getString("kind"),
                row.getString("state"),
                row.getInt("attempts"),
                time(row, "next_at"),
                time(row, "tried_at"),
                answered ? Optional.of(status) : Optional.empty(),
                Optional.ofNullable(row.getString("error")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
