package org.huying.insight.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.huying.calendar.WorkCalendar;
import org.huying.territory.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counters of the grids of one community. They are not stored: the few matters of a community are counted when asked,
/// by the very rules of the stored ones.
@Component
public class GridCounts {

    private final JdbcClient jdbc;

    /// Hears each counter.
    public interface Hearer {
        void hear(String grid, LocalDate day, String name, long value);
    }

    public GridCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What was reported since that day.
    public void each(TerritoryCode community, LocalDate from, Hearer hearer) {
        var tally = new Tally();
        jdbc.sql(
                        """
                        SELECT left(area, 15) AS street, left(area, 15) AS community, reported_at, closed_at, state, open,
                               late, rating, flags
                          FROM insight.matter_row
                         WHERE region = :region AND community = :community AND length(area) >= 15
                           AND reported_at >= :from
                        """)
                .param("region", community.region())
                .param("community", community.value())
                .param(
                        "from",
                        from.atStartOfDay(WorkCalendar.ZONE).toInstant().atOffset(ZoneOffset.UTC))
                .query((ResultSet row) -> add(tally, row));
        tally.values()
                .forEach((key, value) -> {
                    if (!key.day().equals(CounterKey.EVER)) {
                        hearer.hear(key.area(), key.day(), key.name(), value);
                    }
                });
    }

    private static void add(Tally tally, ResultSet row) throws SQLException {
        tally.add(Standing.of(row));
    }
}
