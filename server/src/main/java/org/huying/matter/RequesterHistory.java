package org.huying.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.calendar.WorkCalendar;
import org.huying.matter.loop.Matter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the same person asked before, by account or by the blind index of the telephone.
@Component
class RequesterHistory {

    private static final int LAST = 10;

    /// Counting stops here: nobody asks more often by himself.
    private static final int MOST = 1_000;

    /// The answer.
    ///
    /// @param known whether there is an account or a telephone to go by
    /// @param month how many in this month of the calendar, this one included; `year` likewise; at most 1000
    /// @param sameItem how many of `year` were about the same item
    /// @param last the newest first, as far as the caller may see them
    record View(boolean known, int month, int year, int sameItem, List<Line> last) {}

    /// One of them.
    record Line(
            UUID id,
            String number,
            String title,
            StateName state,
            @Nullable String item,
            OffsetDateTime reportedAt) {}

    private static final String SAME =
            """
            SELECT id, item, reported_at FROM (
                SELECT id, item, reported_at FROM matter.matter
                 WHERE region = :region AND requester = :requester::uuid ORDER BY id DESC LIMIT %1$d) a
            UNION
            SELECT id, item, reported_at FROM (
                SELECT id, item, reported_at FROM matter.matter
                 WHERE region = :region AND phone_index = :phone::bytea ORDER BY reported_at DESC LIMIT %1$d) b
            """
                    .formatted(MOST);

    private record Counts(int month, int year, int sameItem) {}

    private final JdbcClient jdbc;

    RequesterHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    View of(Matter matter, Caller caller, Instant now) {
        var report = matter.report();
        if (report.requester().isEmpty() && report.contact().phoneIndex().isEmpty()) {
            return new View(false, 0, 0, 0, List.of());
        }
        var counts = counts(matter, LocalDate.ofInstant(now, WorkCalendar.ZONE));
        return new View(
                true, counts.month(), counts.year(), counts.sameItem(), last(matter, caller));
    }

    private Counts counts(Matter matter, LocalDate today) {
        return asked(
                        """
                        SELECT count(*) FILTER (WHERE reported_at >= :month), count(*),
                               count(*) FILTER (WHERE item = :item)
                          FROM (%s) s WHERE reported_at >= :year
                        """,
                        matter)
                .param("month", start(today.withDayOfMonth(1)))
                .param("year", start(today.withDayOfYear(1)))
                .param("item", matter.subject().item().orElse(null))
                .query((row, _) -> new Counts(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
    }

    private List<Line> last(Matter matter, Caller caller) {
        return asked(
                        """
                        SELECT m.* FROM (SELECT id FROM (%s) s ORDER BY reported_at DESC, id DESC LIMIT :last) s
                          JOIN matter.matter m ON m.region = :region AND m.id = s.id
                         ORDER BY m.reported_at DESC, m.id DESC
                        """,
                        matter)
                .param("last", LAST + 1)
                .query(MatterRow::read)
                .list()
                .stream()
                .filter(it -> !it.id().equals(matter.id()))
                .filter(it ->
                        caller.reach(RequesterController.PERSONAL)
                                .covers(it.subject().area(), it.involved()))
                .limit(LAST)
                .map(RequesterHistory::line)
                .toList();
    }

    private JdbcClient.StatementSpec asked(String sql, Matter matter) {
        var report = matter.report();
        return jdbc.sql(sql.formatted(SAME))
                .param("region", matter.id().region())
                .param("requester", report.requester().map(Object::toString).orElse(null))
                .param("phone", report.contact().phoneIndex().orElse(null));
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(WorkCalendar.ZONE).toInstant().atOffset(ZoneOffset.UTC);
    }

    private static Line line(Matter matter) {
        return new Line(
                matter.id().value(),
                matter.report().number(),
                matter.report().title(),
                StateName.of(matter.state()),
                matter.subject().item().orElse(null),
                matter.report().at().atZone(WorkCalendar.ZONE).toOffsetDateTime());
    }
}
