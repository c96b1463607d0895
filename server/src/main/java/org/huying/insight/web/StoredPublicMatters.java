package org.huying.insight.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.insight.PublicMatters;
import org.huying.territory.GeoPoint;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the lists by the index of time; for a few items, by theirs.
@Component
class StoredPublicMatters implements PublicMatters {

    private static final int FEW = 4;
    private static final String COLUMNS =
            """
            m.id, m.number, m.state, m.open, m.item, m.area, m.point[0] AS lon, m.point[1] AS lat, m.unit, m.reported_at,
            coalesce(m.closed_at, m.changed_at) AS changed_at, m.whole_due
            """;

    private final JdbcClient jdbc;

    StoredPublicMatters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Line> newest(Question question) {
        int most = question.skip() + question.limit();
        if (most > MOST) {
            throw new IllegalArgumentException("More lines than may be asked for: " + most);
        }
        if (question.items().isEmpty() || question.limit() == 0) {
            return List.of();
        }
        var lines =
                jdbc.sql(sql(question))
                        .param("region", question.place().region())
                        .param("place", question.place().value())
                        .param("items", question.items().toArray(String[]::new))
                        .param("open", question.open().orElse(null))
                        .param("from", moment(question.from()))
                        .param("to", moment(question.to()))
                        .param(
                                "after",
                                question.after().map(it -> moment(it.reportedAt())).orElse(null))
                        .param("behind", question.after().map(Key::id).orElse(null))
                        .param("most", most)
                        .query((row, _) -> line(row))
                        .list();
        return lines.subList(Math.min(question.skip(), lines.size()), lines.size());
    }

    private static OffsetDateTime moment(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static String sql(Question question) {
        boolean few = question.items().size() <= FEW;
        var inside =
                """
                SELECT %s FROM insight.matter_row m
                 WHERE m.region = :region AND %s AND NOT m.hidden AND m.reported_at >= :from AND m.reported_at < :to
                   %s %s %s
                 ORDER BY m.reported_at DESC, m.id DESC LIMIT :most
                """
                        .formatted(
                                COLUMNS,
                                few ? "m.item = i.item" : "m.item = ANY (:items::text[])",
                                question.open().isPresent() ? "AND m.open = :open" : "",
                                question.place().level() == Level.COUNTY
                                        ? ""
                                        : "AND m.street = :place",
                                question.after().isPresent()
                                        ? "AND (m.reported_at, m.id) < (:after, :behind)"
                                        : "");
        return few
                ? """
                SELECT m.* FROM unnest(:items::text[]) AS i (item) CROSS JOIN LATERAL (%s) m
                 ORDER BY m.reported_at DESC, m.id DESC LIMIT :most
                """
                        .formatted(inside)
                : inside;
    }

    private static Line line(ResultSet row) throws SQLException {
        double lon = row.getDouble("lon");
        boolean placed = !row.wasNull();
        return new Line(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("state"),
                row.getBoolean("open"),
                row.getString("item"),
                TerritoryCode.of(row.getString("area")),
                placed ? Optional.of(new GeoPoint(lon, row.getDouble("lat"))) : Optional.empty(),
                Optional.ofNullable(row.getObject("unit", UUID.class)),
                row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                due(row));
    }

    private static Optional<Instant> due(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("whole_due", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
