package org.huying.suggest.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huying.suggest.text.Example;
import org.huying.suggest.units.UnitModel;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryDay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads what has been learned of a region.
@Repository
public class Learned {

    private static final int MOST_MONTHS = 36;

    /// Requests of an item in a place: kept by a unit and returned by it, older months counting less.
    public record Tally(String item, TerritoryCode area, UUID unit, double kept, double returned) {}

    private final JdbcClient jdbc;
    private final LearnedRevisions revisions;

    Learned(JdbcClient jdbc, LearnedRevisions revisions) {
        this.jdbc = jdbc;
        this.revisions = revisions;
    }

    public List<Tally> tallies(String region, Instant at) {
        return jdbc.sql(
                        """
                        SELECT item, area, unit, sum(kept * weight) AS kept, sum(returned * weight) AS returned
                          FROM (SELECT item, area, unit, kept, returned,
                                       power(0.5, greatest(0, extract(year FROM age(:month::date, month)) * 12
                                           + extract(month FROM age(:month::date, month))) / :half) AS weight
                                  FROM suggest.tally
                                 WHERE region = :region AND month >= :since) AS recent
                         GROUP BY item, area, unit
                        HAVING sum(kept) > 0 OR sum(returned) > 0
                         ORDER BY item, area, unit
                        """)
                .param("region", region)
                .param("month", month(at))
                .param("since", month(at).minusMonths(MOST_MONTHS))
                .param("half", UnitModel.HALF_LIFE_MONTHS)
                .query((row, _) ->
                        new Tally(
                                row.getString("item"),
                                TerritoryCode.of(row.getString("area")),
                                row.getObject("unit", UUID.class),
                                row.getDouble("kept"),
                                row.getDouble("returned")))
                .list();
    }

    public List<Example> examples(String region) {
        return jdbc.sql(
                        """
                        SELECT item, grams FROM suggest.example WHERE region = :region ORDER BY item, slot
                        """)
                .param("region", region)
                .query((row, _) ->
                        new Example(row.getString("item"), GramBytes.grams(row.getBytes("grams"))))
                .list();
    }

    public Map<String, Long> unitRevisions(List<String> regions) {
        return revisions.of(regions, LearnedRevisions.UNITS);
    }

    public Map<String, Long> textRevisions(List<String> regions) {
        return revisions.of(regions, LearnedRevisions.TEXTS);
    }

    private static LocalDate month(Instant at) {
        return TerritoryDay.of(at).withDayOfMonth(1);
    }
}
