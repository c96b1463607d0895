package org.huying.access.machine;

import java.time.LocalDate;
import org.huying.access.machine.Tally.Counts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The stored sums of calls by machine and day.
@Repository
class UseRows {

    /// One machine on one day.
    record Key(Machine machine, LocalDate day) {}

    private final JdbcClient jdbc;

    UseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many calls were let through on that day, on all nodes.
    long let(Key key) {
        return jdbc.sql(
                        """
                        SELECT calls - away FROM access.machine_use
                         WHERE region = :region AND account = :account AND day = :day
                        """)
                .param("region", key.machine().region())
                .param("account", key.machine().account())
                .param("day", key.day())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /// Adds to the sum of the day; answers how many calls were let through by then.
    long add(Key key, Counts counts) {
        return jdbc.sql(
                        """
                        INSERT INTO access.machine_use AS u (region, account, day, calls, refused, failed, away)
                        VALUES (:region, :account, :day, :calls, :refused, :failed, :away)
                            ON CONFLICT (region, account, day) DO UPDATE
                           SET calls = u.calls + excluded.calls, refused = u.refused + excluded.refused,
                               failed = u.failed + excluded.failed, away = u.away + excluded.away
                        RETURNING calls - away
                        """)
                .param("region", key.machine().region())
                .param("account", key.machine().account())
                .param("day", key.day())
                .param("calls", counts.calls())
                .param("refused", counts.refused())
                .param("failed", counts.failed())
                .param("away", counts.away())
                .query(Long.class)
                .single();
    }

    void removeBefore(LocalDate day) {
        jdbc.sql("DELETE FROM access.machine_use WHERE day < :day").param("day", day).update();
    }
}
