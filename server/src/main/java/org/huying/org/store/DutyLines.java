package org.huying.org.store;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huying.org.store.Rows.Duty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `org.duty`.
@Repository
public class DutyLines {
    private final JdbcClient jdbc;

    public DutyLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Duty> ofRegion(String region) {
        return jdbc.sql(
                        """
                        SELECT id, unit, subject, area, priority, valid_from, valid_to
                          FROM org.duty WHERE region = :region ORDER BY id
                        """)
                .param("region", region)
                .query((row, _) ->
                        new Duty(
                                Rows.id(row, "id"),
                                Rows.id(row, "unit"),
                                row.getString("subject"),
                                Rows.area(row),
                                row.getInt("priority"),
                                Rows.span(row)))
                .list();
    }

    public void add(String region, List<Duty> duties) {
        jdbc.sql(
                        """
                        INSERT INTO org.duty (region, id, unit, subject, area, priority, valid_from)
                        SELECT :region, id, unit, subject, area, priority, valid_from
                          FROM unnest(:ids::uuid[], :units::uuid[], :subjects::text[], :areas::text[],
                                      :priorities::int[], :days::date[])
                               AS new (id, unit, subject, area, priority, valid_from)
                        """)
                .param("region", region)
                .param("ids", Column.ids(duties, Duty::id))
                .param("units", Column.ids(duties, Duty::unit))
                .param("subjects", Column.texts(duties, Duty::subject))
                .param("areas", Column.texts(duties, duty -> duty.area().value()))
                .param("priorities", duties.stream().map(Duty::priority).toArray(Integer[]::new))
                .param("days", Column.days(duties, duty -> duty.span().from()))
                .update();
    }

    /// Ends open lines; answers how many there were.
    public int end(String region, List<UUID> ids, LocalDate day) {
        return jdbc.sql(
                        """
                        UPDATE org.duty SET valid_to = greatest(:day::date, valid_from)
                         WHERE region = :region AND id = ANY (:ids) AND valid_to IS NULL
                        """)
                .param("day", day)
                .param("region", region)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }
}
