package org.huying.matter;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huying.playbook.Item;
import org.huying.problem.Language;
import org.huying.territory.GeoPoint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Probable duplicates that may be shown to anybody: the same item, within the radius and the window that the catalogue gives it, still open.
@Repository
class Similar {

    private static final int MOST = 5;
    private static final double METRES_PER_DEGREE = 111_195;

    /// Says nothing of who reported it.
    ///
    /// @param words the state in plain words
    /// @param followers how many follow it besides whoever reported it
    record Candidate(
            String number,
            String title,
            StateName state,
            String words,
            long metres,
            int followers,
            OffsetDateTime reportedAt) {}

    private record Near(
            UUID id,
            String number,
            String title,
            StateName state,
            long metres,
            OffsetDateTime reportedAt) {

        Candidate candidate(int followers, Language language) {
            return new Candidate(
                    number,
                    PlainWords.title(title),
                    state,
                    PlainWords.state(state, language),
                    metres,
                    followers,
                    reportedAt);
        }
    }

    private final JdbcClient jdbc;
    private final StoredFollowers followers;

    Similar(JdbcClient jdbc, StoredFollowers followers) {
        this.jdbc = jdbc;
        this.followers = followers;
    }

    /// At most five, the nearest first.
    List<Candidate> to(String region, Item item, GeoPoint point, Instant now, Language language) {
        var near = near(region, item, point, now);
        var ids = near.stream().map(Near::id).toList();
        var counts = ids.isEmpty() ? Map.<UUID, Integer>of() : followers.counts(region, ids);
        return near.stream()
                .map(it -> it.candidate(counts.getOrDefault(it.id(), 0), language))
                .toList();
    }

    private List<Near> near(String region, Item item, GeoPoint point, Instant now) {
        double dLat = item.duplicateMetres() / METRES_PER_DEGREE;
        double dLon = dLat / Math.max(0.01, Math.cos(Math.toRadians(point.lat())));
        return jdbc
                .sql(
                        """
                        SELECT id, number, title, state, lon, lat, reported_at FROM matter.matter
                         WHERE region = :region AND item = :item AND reported_at > :since
                           AND state NOT IN ('CLOSED', 'REJECTED', 'MERGED', 'VOIDED', 'WITHDRAWN')
                           AND NOT hidden AND lon BETWEEN :west AND :east AND lat BETWEEN :south AND :north
                         ORDER BY reported_at DESC LIMIT 200
                        """)
                .param("region", region)
                .param("item", item.key())
                .param("since", now.minus(item.duplicateWindow()).atOffset(ZoneOffset.UTC))
                .param("west", point.lon() - dLon)
                .param("east", point.lon() + dLon)
                .param("south", point.lat() - dLat)
                .param("north", point.lat() + dLat)
                .query((row, _) ->
                        new Near(
                                row.getObject("id", UUID.class),
                                row.getString("number"),
                                row.getString("title"),
                                StateName.valueOf(row.getString("state")),
                                Math.round(
                                        point.metresTo(
                                                new GeoPoint(
                                                        row.getDouble("lon"),
                                                        row.getDouble("lat")))),
                                row.getObject("reported_at", OffsetDateTime.class)))
                .list()
                .stream()
                .filter(it -> it.metres() <= item.duplicateMetres())
                .sorted(Comparator.comparingLong(Near::metres))
                .limit(MOST)
                .toList();
    }
}
