package org.huying.matter;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which clocks want to be looked at and when. Kept beside the matters, so that a step does not pay for its index.
@Repository
class AlarmRows {

    private static final int LONGEST_ERROR = 500;

    private final JdbcClient jdbc;

    AlarmRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Sets the alarms of these matters to what the matters say now, in one statement. A matter that moved is no longer
    /// parked.
    void refresh(String region, Collection<UUID> matters) {
        jdbc.sql(
                        """
                        WITH now AS (
                            SELECT id, LEAST(alarm_at, reply_at) AS alarm_at FROM matter.matter
                             WHERE region = :region AND id = ANY (:ids)),
                        silent AS (
                            DELETE FROM matter.alarm a USING now
                             WHERE a.region = :region AND a.matter = now.id AND now.alarm_at IS NULL)
                        INSERT INTO matter.alarm (region, matter, at)
                        SELECT :region, id, alarm_at FROM now WHERE alarm_at IS NOT NULL ORDER BY id
                        ON CONFLICT (region, matter) DO UPDATE
                           SET at = excluded.at, failures = 0, error = NULL, parked_at = NULL
                         WHERE alarm.at <> excluded.at OR alarm.failures > 0
                        """)
                .param("region", region)
                .param("ids", matters.toArray(UUID[]::new))
                .update();
    }

    /// Takes up to `limit` alarms that are due, the oldest first, for `lease`: no other node takes them meanwhile, and
    /// another one does when this node dies.
    List<MatterId> claim(Instant now, Duration lease, int limit) {
        return jdbc.sql(
                        """
                        WITH due AS (
                            SELECT region, matter FROM matter.alarm
                             WHERE at <= :now AND parked_at IS NULL
                             ORDER BY at LIMIT :limit
                               FOR UPDATE SKIP LOCKED)
                        UPDATE matter.alarm a SET at = :until
                          FROM due WHERE a.region = due.region AND a.matter = due.matter
                        RETURNING a.region, a.matter
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(lease).atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) ->
                        new MatterId(row.getString("region"), row.getObject("matter", UUID.class)))
                .list();
    }

    /// Tried again at `retry`; parked after the `most`-th failure.
    void failed(MatterId id, String error, Instant now, Instant retry, int most) {
        jdbc.sql(
                        """
                        UPDATE matter.alarm
                           SET failures = failures + 1, error = :error, at = :retry,
                               parked_at = CASE WHEN failures + 1 >= :most THEN :now::timestamptz END
                         WHERE region = :region AND matter = :id
                        """)
                .param("error", error.substring(0, Math.min(error.length(), LONGEST_ERROR)))
                .param("retry", retry.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("region", id.region())
                .param("id", id.value())
                .update();
    }

    /// How many alarms need a person.
    int parked() {
        return jdbc.sql("SELECT count(*) FROM matter.alarm WHERE parked_at IS NOT NULL")
                .query(Integer.class)
                .single();
    }
}
