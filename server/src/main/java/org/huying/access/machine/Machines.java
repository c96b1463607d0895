package org.huying.access.machine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.sql.Columns;
import org.huying.database.AfterCommit;
import org.huying.database.Where;
import org.huying.problem.Problem;
import org.huying.problem.Seen;
import org.huying.territory.TerritoryDay;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The machines of a region with their quotas and what they used. A changed quota may live 5 s longer on another node.
@Service
public class Machines {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final int DAYS = 30;

    /// A machine as its keepers see it.
    ///
    /// @param version of its own quota; 0 where it has the one of the settings
    /// @param today what it used on this day
    /// @param month the sum of the last 30 days
    public record Line(
            UUID account,
            String login,
            String name,
            boolean active,
            int tokens,
            Quota quota,
            long version,
            Use today,
            Use month) {}

    private final JdbcClient jdbc;
    private final MachineSettings settings;
    private final Audit audit;
    private final Clock clock;
    private final Cache<Machine, Quota> known =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(FRESH).build();

    Machines(
            JdbcClient jdbc,
            MachineSettings settings,
            Audit audit,
            @Qualifier("wallClock") Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /// What `machine` may ask for.
    public Quota quota(Machine machine) {
        return known.get(machine, this::stored);
    }

    private Quota stored(Machine machine) {
        return jdbc.sql(
                        "SELECT per_minute, per_day FROM access.machine_quota WHERE region = :region AND account = :account")
                .param("region", machine.region())
                .param("account", machine.account())
                .query((row, _) -> new Quota(row.getInt("per_minute"), row.getInt("per_day")))
                .optional()
                .orElse(new Quota(settings.perMinute(), settings.perDay()));
    }

    /// The machines of a region, newest first, at most `limit` before the account `after`.
    public List<Line> page(String region, Optional<UUID> after, int limit) {
        return read(
                Where.all()
                        .and("a.region = :region", "region", region)
                        .andIf(after, "a.id < :after", "after"),
                limit);
    }

    /// One machine; throws `Problem.NOT_FOUND` for what is none.
    public Line one(Machine machine) {
        return read(
                        Where.all()
                                .and("a.region = :region", "region", machine.region())
                                .and("a.id = :id", "id", machine.account()),
                        1)
                .stream()
                .findFirst()
                .orElseThrow(Problem.NOT_FOUND::plain);
    }

    private List<Line> read(Where where, int limit) {
        var today = TerritoryDay.of(clock.instant());
        return jdbc.sql(
                        """
                        SELECT a.id, a.login, a.name, a.status = 'active' AS active, coalesce(q.per_minute, :minute) AS per_minute,
                               coalesce(q.per_day, :day) AS per_day, coalesce(q.version, 0) AS version,
                               (SELECT count(*) FROM access.api_token t
                                 WHERE t.region = a.region AND t.account = a.id AND t.revoked_at IS NULL
                                   AND (t.expires_at IS NULL OR t.expires_at > :now)) AS tokens,
                               coalesce(d.calls, 0) AS calls, coalesce(d.refused, 0) AS refused, coalesce(d.failed, 0) AS failed,
                               m.calls AS month_calls, m.refused AS month_refused, m.failed AS month_failed
                          FROM access.account a
                          LEFT JOIN access.machine_quota q ON q.region = a.region AND q.account = a.id
                          LEFT JOIN access.machine_use d ON d.region = a.region AND d.account = a.id AND d.day = :today
                         CROSS JOIN LATERAL (
                               SELECT coalesce(sum(u.calls), 0) AS calls, coalesce(sum(u.refused), 0) AS refused,
                                      coalesce(sum(u.failed), 0) AS failed
                                 FROM access.machine_use u
                                WHERE u.region = a.region AND u.account = a.id AND u.day > :since) m
                         WHERE a.kind = 'MACHINE' AND
                        """
                                + where.sql()
                                + " ORDER BY a.id DESC LIMIT :limit")
                .params(where.params())
                .param("minute", settings.perMinute())
                .param("day", settings.perDay())
                .param("now", Columns.of(clock.instant()))
                .param("today", today)
                .param("since", today.minusDays(DAYS))
                .param("limit", limit)
                .query((row, _) -> line(row, today))
                .list();
    }

    private static Line line(ResultSet row, LocalDate today) throws SQLException {
        return new Line(
                Columns.id(row, "id"),
                row.getString("login"),
                row.getString("name"),
                row.getBoolean("active"),
                row.getInt("tokens"),
                new Quota(row.getInt("per_minute"), row.getInt("per_day")),
                row.getLong("version"),
                use(row, today, ""),
                use(row, today.minusDays(DAYS - 1L), "month_"));
    }

    private static Use use(ResultSet row, LocalDate day, String of) throws SQLException {
        return new Use(
                day,
                row.getLong(of + "calls"),
                row.getLong(of + "refused"),
                row.getLong(of + "failed"));
    }

    /// The days on which a machine called since `from`, oldest first.
    public List<Use> use(Machine machine, LocalDate from) {
        return jdbc.sql(
                        """
                        SELECT day, calls, refused, failed FROM access.machine_use
                         WHERE region = :region AND account = :account AND day >= :from ORDER BY day
                        """)
                .param("region", machine.region())
                .param("account", machine.account())
                .param("from", from)
                .query((row, _) -> use(row, row.getObject("day", LocalDate.class), ""))
                .list();
    }

    /// Gives a machine a quota of its own, at the version that was seen; answers the version after.
    @Transactional
    public long limit(Caller by, Machine machine, Seen seen, Quota quota) {
        var line = one(machine);
        seen.at(line.version());
        int rows =
                jdbc.sql(
                                """
                                INSERT INTO access.machine_quota AS q (region, account, per_minute, per_day, changed_at, changed_by)
                                VALUES (:region, :account, :minute, :day, :now, :by)
                                    ON CONFLICT (region, account) DO UPDATE
                                   SET per_minute = excluded.per_minute, per_day = excluded.per_day, version = q.version + 1,
                                       changed_at = excluded.changed_at, changed_by = excluded.changed_by
                                 WHERE q.version = :seen
                                """)
                        .param("region", machine.region())
                        .param("account", machine.account())
                        .param("minute", quota.perMinute())
                        .param("day", quota.perDay())
                        .param("now", Columns.of(clock.instant()))
                        .param("by", by.account())
                        .param("seen", seen.version())
                        .update();
        if (rows == 0) {
            throw Problem.STALE.plain();
        }
        audit.acted(
                by,
                machine.region(),
                "quota-changed",
                "account " + machine.account(),
                Optional.of(quota.perMinute() + "/min " + quota.perDay() + "/d"));
        AfterCommit.run(() -> known.invalidate(machine));
        return seen.version() + 1;
    }
}
