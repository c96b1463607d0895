package org.huying.territory.store;

import java.time.LocalDate;
import java.util.List;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts places as they stood on a day.
@Repository
public class Census {
    private final JdbcClient jdbc;

    public Census(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One level and kind.
    ///
    /// @param generated how many of them are sample data
    public record Count(
            Level level, Kind kind, long places, long generated, long households, long residents) {}

    /// What there was at and below a place of a county, by level and kind.
    public List<Count> of(TerritoryCode within, LocalDate day) {
        return jdbc.sql(
                        """
                        SELECT level, kind, count(*) AS places, count(*) FILTER (WHERE generated) AS generated,
                               coalesce(sum(households), 0) AS households, coalesce(sum(residents), 0) AS residents
                          FROM territory.node
                         WHERE region = :region AND code >= :code AND code < :end
                           AND valid_from <= :day AND (valid_to IS NULL OR valid_to > :day)
                         GROUP BY level, kind ORDER BY level, kind
                        """)
                .param("region", within.region())
                .param("code", within.value())
                .param("end", within.end())
                .param("day", day)
                .query((row, _) ->
                        new Count(
                                Level.ofLength(row.getInt("level")),
                                Kind.valueOf(row.getString("kind")),
                                row.getLong("places"),
                                row.getLong("generated"),
                                row.getLong("households"),
                                row.getLong("residents")))
                .list();
    }
}
