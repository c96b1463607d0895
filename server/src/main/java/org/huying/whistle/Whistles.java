package org.huying.whistle;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.eventlog.EventLog;
import org.huying.vault.Step;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/// The stored whistles. A whistle, its units, its history row and the event they owe are written by one statement.
@Repository
class Whistles {

    /// A unit that has not come although its time is over.
    record Overdue(WhistleId whistle, UUID unit) {}

    private final NamedParameterJdbcTemplate jdbc;
    private final EventLog events;

    Whistles(NamedParameterJdbcTemplate jdbc, EventLog events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /// False when a whistle with this request key is stored already.
    boolean insert(Advance advance, Optional<UUID> requestKey) {
        var whistle = advance.whistle();
        var params = WhistleParams.moving(advance, whistle.version(), Optional.empty());
        WhistleParams.call(params, whistle, requestKey);
        return write(WhistleSql.INSERT, params, advance, whistle.standing().summons());
    }

    /// False when the stored version is no longer the one before the advance, or when the key was used before.
    boolean advance(Whistle before, Advance advance, Optional<UUID> key) {
        var params = WhistleParams.moving(advance, before.version(), key);
        var changed =
                advance.whistle().standing().summons().stream()
                        .filter(it -> !before.of(it.unit()).equals(Optional.of(it)))
                        .sorted((a, b) -> Boolean.compare(a.lead(), b.lead()))
                        .toList();
        return write(WhistleSql.ADVANCE, params, advance, changed);
    }

    Optional<Whistle> find(WhistleId id) {
        var params = new MapSqlParameterSource("region", id.region()).addValue("id", id.value());
        return jdbc.query(WhistleSql.FIND, params, WhistleRow::read).stream().findFirst();
    }

    List<Whistle> find(String region, Collection<UUID> ids) {
        return jdbc.query(
                WhistleSql.SELECT + "AND w.id = ANY (:ids)",
                new MapSqlParameterSource("region", region)
                        .addValue("ids", ids.toArray(UUID[]::new)),
                WhistleRow::read);
    }

    Optional<Whistle> byRequestKey(String region, UUID key) {
        return jdbc
                .query(
                        WhistleSql.SELECT + "AND w.request_key = :key",
                        new MapSqlParameterSource("region", region).addValue("key", key),
                        WhistleRow::read)
                .stream()
                .findFirst();
    }

    /// The history of one whistle, oldest first.
    List<Step> steps(WhistleId id) {
        return jdbc.query(
                """
                SELECT * FROM whistle.step WHERE region = :region AND whistle = :id ORDER BY seq
                """,
                new MapSqlParameterSource("region", id.region()).addValue("id", id.value()),
                (row, _) -> Step.read(row, "whistle"));
    }

    /// The act by which this request key has already moved the whistle.
    Optional<String> taken(WhistleId id, UUID key) {
        return jdbc
                .query(
                        """
                        SELECT act FROM whistle.step WHERE region = :region AND whistle = :id AND key = :key
                         ORDER BY seq LIMIT 1
                        """,
                        new MapSqlParameterSource("region", id.region())
                                .addValue("id", id.value())
                                .addValue("key", key),
                        (row, _) -> row.getString("act"))
                .stream()
                .findFirst();
    }

    /// Whistles of a region to which units are still expected, in id order after `after`.
    List<Whistle> running(String region, UUID after, int size) {
        return jdbc.query(
                WhistleSql.SELECT
                        + "AND w.id > :after AND w.state IN ('BLOWN', 'IN_PROGRESS') ORDER BY w.id LIMIT :size",
                new MapSqlParameterSource("region", region)
                        .addValue("after", after)
                        .addValue("size", size),
                WhistleRow::read);
    }

    /// Units whose time was over before `now`, the longest overdue first.
    List<Overdue> overdue(Instant now, int most) {
        return jdbc.query(
                """
                SELECT region, whistle, unit FROM whistle.summons
                 WHERE state IN ('SUMMONED', 'RECEIVED', 'DENIED') AND due_at < :now
                 ORDER BY due_at LIMIT :most
                """,
                new MapSqlParameterSource("now", now.atOffset(ZoneOffset.UTC))
                        .addValue("most", most),
                (row, _) ->
                        new Overdue(
                                new WhistleId(
                                        row.getString("region"),
                                        row.getObject("whistle", UUID.class)),
                                row.getObject("unit", UUID.class)));
    }

    private boolean write(
            String sql, MapSqlParameterSource params, Advance advance, List<Summons> summons) {
        params.addValue("summons", SummonsRow.write(summons));
        params.addValues(events.params(advance.told()));
        var count = jdbc.queryForObject(sql, params, Integer.class);
        return count != null && count == 1;
    }
}
