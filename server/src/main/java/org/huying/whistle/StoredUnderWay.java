package org.huying.whistle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huying.playbook.Playbooks;
import org.huying.playbook.Text;
import org.huying.playbook.WhistleRules.Entry;
import org.huying.territory.TerritoryCode;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/// Reads the whistles of the last days, by their time.
@Repository
class StoredUnderWay implements WhistlesUnderWay {

    private static final Duration LOOKED_BACK = Duration.ofDays(3);

    private static final String OPEN =
            WhistleSql.SELECT_OF
                    + """
                    (SELECT m.* FROM whistle.whistle m
                      WHERE m.region = :region AND m.blown_at >= :since AND m.area >= :area AND m.area < :end
                        AND m.state IN ('BLOWN', 'IN_PROGRESS')
                      ORDER BY m.blown_at DESC LIMIT :most) w
                     ORDER BY w.blown_at DESC
                    """;

    private static final String TODAY =
            """
            SELECT count(*) AS blown, avg(extract(epoch FROM k.there - k.blown_at)) / 60 AS minutes
              FROM (SELECT w.blown_at, CASE WHEN bool_and(s.arrived_at IS NOT NULL) THEN max(s.arrived_at) END AS there
                      FROM whistle.whistle w JOIN whistle.summons s ON s.region = w.region AND s.whistle = w.id
                     WHERE w.region = :region AND w.blown_at >= :day AND w.area >= :area AND w.area < :end
                     GROUP BY w.id, w.blown_at) k
            """;

    private final NamedParameterJdbcTemplate jdbc;
    private final Playbooks playbooks;

    StoredUnderWay(NamedParameterJdbcTemplate jdbc, Playbooks playbooks) {
        this.jdbc = jdbc;
        this.playbooks = playbooks;
    }

    @Override
    public Now within(TerritoryCode area, Instant day, int most) {
        var params =
                new MapSqlParameterSource("region", area.region())
                        .addValue("area", area.value())
                        .addValue("end", area.end())
                        .addValue("day", day.atOffset(ZoneOffset.UTC))
                        .addValue("since", day.minus(LOOKED_BACK).atOffset(ZoneOffset.UTC))
                        .addValue("most", most);
        var lines =
                jdbc.query(OPEN, params, WhistleRow::read).stream()
                        .map(it -> new Line(StoredWhistles.summary(it), subject(it.call())))
                        .toList();
        return jdbc.query(TODAY, params, (row, _) -> now(row, lines)).getFirst();
    }

    private static Now now(ResultSet row, List<Line> lines) throws SQLException {
        var minutes = Optional.ofNullable(row.getBigDecimal("minutes"));
        return new Now(row.getInt("blown"), minutes.map(it -> it.doubleValue()), lines);
    }

    private Text subject(Call call) {
        var rules = playbooks.pinned(call.playbook(), call.playbookVersion()).whistle();
        return call.item()
                .flatMap(it -> Optional.ofNullable(rules.items().get(it)).map(Entry::name))
                .or(() -> Optional.ofNullable(rules.causes().get(call.cause())))
                .orElseGet(() -> new Text(call.cause(), call.cause()));
    }
}
