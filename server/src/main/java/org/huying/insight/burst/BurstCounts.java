package org.huying.insight.burst;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huying.insight.BurstRaised;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The stored counts. Every change adds to one line; nothing is counted by reading reports.
@Component
class BurstCounts {

    /// A report, with what it is counted, and how many of them are an alert.
    record Counted(UUID id, BurstKey key, Instant at, int many) {}

    private final JdbcClient jdbc;

    BurstCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Counts these reports where they belong now, and `out` nowhere. A line of many becomes an alert.
    void move(String region, List<Counted> counted, List<UUID> out) {
        var ids = new HashSet<UUID>(out);
        counted.forEach(it -> ids.add(it.id()));
        if (ids.isEmpty()) {
            return;
        }
        var before = before(region, ids);
        var fresh =
                counted.stream().filter(it -> !it.key().id().equals(before.get(it.id()))).toList();
        var gone = new HashMap<UUID, UUID>();
        fresh.forEach(it -> gone.computeIfAbsent(it.id(), before::get));
        out.forEach(it -> gone.computeIfAbsent(it, before::get));
        less(region, gone.values());
        forget(region, out);
        more(region, fresh);
    }

    /// Alerts that nobody was told of yet; from now on they are told.
    List<BurstRaised> raised(String region, Instant now) {
        return jdbc.sql(
                        """
                        UPDATE insight.burst SET raised_at = :now
                         WHERE region = :region AND state IS NOT NULL AND raised_at IS NULL
                        RETURNING id, item, area, count
                        """)
                .param("region", region)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new BurstRaised(
                                region,
                                row.getObject("id", UUID.class),
                                row.getString("item"),
                                row.getString("area"),
                                row.getInt("count"),
                                now))
                .list();
    }

    /// Forgets counts of windows that began before `horizon` and never became an alert.
    void forget(String region, Instant horizon) {
        jdbc.sql(
                        """
                        WITH r AS (DELETE FROM insight.burst_report WHERE region = :region AND start < :horizon)
                        DELETE FROM insight.burst WHERE region = :region AND start < :horizon AND state IS NULL
                        """)
                .param("region", region)
                .param("horizon", horizon.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Map<UUID, UUID> before(String region, Set<UUID> ids) {
        return jdbc
                .sql(
                        """
                        SELECT id, burst FROM insight.burst_report WHERE region = :region AND id = ANY (:ids::uuid[])
                        """)
                .param("region", region)
                .param("ids", texts(ids, UUID::toString))
                .query((row, _) ->
                        Map.entry(
                                row.getObject("id", UUID.class),
                                row.getObject("burst", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void less(String region, Collection<UUID> bursts) {
        if (!bursts.isEmpty()) {
            jdbc.sql(
                            """
                            UPDATE insight.burst b SET count = b.count - t.n
                              FROM (SELECT id, count(*)::integer AS n FROM unnest(:ids::uuid[]) AS u (id) GROUP BY id) t
                             WHERE b.region = :region AND b.id = t.id
                            """)
                    .param("region", region)
                    .param("ids", texts(bursts, UUID::toString))
                    .update();
        }
    }

    private void forget(String region, List<UUID> reports) {
        if (!reports.isEmpty()) {
            jdbc.sql(
                            "DELETE FROM insight.burst_report WHERE region = :region AND id = ANY (:ids::uuid[])")
                    .param("region", region)
                    .param("ids", texts(reports, UUID::toString))
                    .update();
        }
    }

    private void more(String region, List<Counted> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        WITH t AS (
                            SELECT * FROM unnest(:ids::uuid[], :bursts::uuid[], :starts::timestamptz[], :ends::timestamptz[],
                                                 :items::text[], :areas::text[], :times::timestamptz[],
                                                 :manys::int[])
                                     AS t (id, burst, start, finish, item, area, at, many)),
                        r AS (
                            INSERT INTO insight.burst_report (region, id, burst, start)
                            SELECT :region, id, burst, start FROM t
                            ON CONFLICT (region, id) DO UPDATE SET burst = excluded.burst, start = excluded.start)
                        INSERT INTO insight.burst AS b (region, id, start, "end", item, area, count, first_at, last_at, state)
                        SELECT :region, burst, start, finish, item, area, count(*), min(at), max(at),
                               CASE WHEN count(*) >= min(many) THEN 'OPEN' END
                          FROM t GROUP BY burst, start, finish, item, area
                        ON CONFLICT (region, id) DO UPDATE
                           SET count = b.count + excluded.count,
                               first_at = least(b.first_at, excluded.first_at),
                               last_at = greatest(b.last_at, excluded.last_at),
                               state = coalesce(b.state, CASE WHEN b.count + excluded.count >= (SELECT min(many) FROM t WHERE t.burst = b.id) THEN 'OPEN' END)
                        """)
                .param("region", region)
                .param("manys", texts(fresh, it -> Integer.toString(it.many())))
                .param("ids", texts(fresh, it -> it.id().toString()))
                .param("bursts", texts(fresh, it -> it.key().id().toString()))
                .param("starts", texts(fresh, it -> it.key().start().toString()))
                .param("ends", texts(fresh, it -> it.key().end().toString()))
                .param("items", texts(fresh, it -> it.key().item()))
                .param("areas", texts(fresh, it -> it.key().area().value()))
                .param("times", texts(fresh, it -> it.at().toString()))
                .update();
    }

    private static <T> String[] texts(Collection<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }
}
