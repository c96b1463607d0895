package org.huying.matter;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.huying.playbook.Item;
import org.huying.territory.GeoPoint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Probable duplicates: the same item, within the radius and the window that the catalogue gives it, still open.
@Repository
class Similar {

    private static final int MOST = 5;
    private static final double METRES_PER_DEGREE = 111_195;

    /// Says nothing of who reported it.
    record Candidate(
            String number, String title, StateName state, long metres, OffsetDateTime reportedAt) {}

    private final JdbcClient jdbc;

    Similar(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// At most five, the nearest first.
    List<Candidate> to(String region, Item item, GeoPoint point, Instant now) {
        double dLat = item.duplicateMetres() / METRES_PER_DEGREE;
        double dLon = dLat / Math.max(0.01, Math.cos(Math.toRadians(point.lat())));
        return jdbc
                .sql(
                        """
                        SELECT number, title, state, lon, lat, reported_at FROM matter.matter
                         WHERE region = :region AND item = :item AND reported_at > :since
                           AND state NOT IN ('CLOSED', 'REJECTED')
                           AND lon BETWEEN :west AND :east AND lat BETWEEN :south AND :north
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
                        new Candidate(
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
                .sorted(Comparator.comparingLong(Candidate::metres))
                .limit(MOST)
                .toList();
    }
}
