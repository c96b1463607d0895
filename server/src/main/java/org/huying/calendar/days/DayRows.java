package org.huying.calendar.days;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The stored days.
@Repository
class DayRows {

    private final JdbcClient jdbc;

    DayRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<EnteredDay> of(String region) {
        return jdbc.sql("SELECT * FROM calendar.day WHERE region = :region ORDER BY day")
                .param("region", region)
                .query((row, _) -> day(row))
                .list();
    }

    /// In one statement; later words replace earlier ones.
    void put(String region, Map<LocalDate, Boolean> days, String why, UUID by, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO calendar.day (region, day, worked, why, entered_by, entered_at)
                        SELECT :region, day, worked, :why, :by, :at
                          FROM unnest(:days::date[], :worked::boolean[]) AS d (day, worked)
                        ON CONFLICT (region, day) DO UPDATE
                           SET worked = excluded.worked, why = excluded.why, entered_by = excluded.entered_by,
                               entered_at = excluded.entered_at
                        """)
                .param("region", region)
                .param("days", texts(days.keySet()))
                .param("worked", texts(days.values()))
                .param("why", why)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// These days are the country's again.
    void forget(String region, Collection<LocalDate> days) {
        jdbc.sql("DELETE FROM calendar.day WHERE region = :region AND day = ANY (:days::date[])")
                .param("region", region)
                .param("days", texts(days))
                .update();
    }

    void grow(String region) {
        jdbc.sql(
                        """
                        INSERT INTO calendar.revision (region, revision) VALUES (:region, 1)
                        ON CONFLICT (region) DO UPDATE SET revision = revision.revision + 1
                        """)
                .param("region", region)
                .update();
    }

    Map<String, Long> revisions(List<String> regions) {
        return jdbc.sql(
                        "SELECT region, revision FROM calendar.revision WHERE region = ANY (:regions)")
                .param("regions", regions.toArray(String[]::new))
                .query((ResultSet rows) -> {
                    var found = new HashMap<String, Long>();
                    while (rows.next()) {
                        found.put(rows.getString(1), rows.getLong(2));
                    }
                    return found;
                });
    }

    private static EnteredDay day(ResultSet row) throws SQLException {
        return new EnteredDay(
                row.getObject("day", LocalDate.class),
                row.getBoolean("worked"),
                row.getString("why"),
                row.getObject("entered_by", UUID.class),
                row.getObject("entered_at", OffsetDateTime.class).toInstant());
    }

    private static String[] texts(Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }
}
