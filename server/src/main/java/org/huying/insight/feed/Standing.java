package org.huying.insight.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.huying.calendar.WorkCalendar;
import org.huying.matter.Flag;
import org.huying.matter.MatterSummary;

/// What counts about a matter: where and when it was reported, how far it has come, and what is left out of the
/// assessment.
record Standing(
        String street,
        String community,
        LocalDate reported,
        Optional<LocalDate> closed,
        String state,
        boolean open,
        boolean late,
        Optional<String> rating,
        Set<Flag> flags) {

    static final String COLUMNS =
            "street, community, reported_at, closed_at, state, open, late, rating, flags";

    static Standing of(MatterSummary matter) {
        return new Standing(
                RowColumns.street(matter),
                RowColumns.community(matter),
                day(matter.reportedAt()),
                matter.closedAt().map(Standing::day),
                matter.state(),
                matter.open(),
                matter.late(),
                matter.rating(),
                matter.beside().flags());
    }

    static Standing of(ResultSet row) throws SQLException {
        var closed = Optional.ofNullable(row.getObject("closed_at", OffsetDateTime.class));
        return new Standing(
                row.getString("street"),
                row.getString("community"),
                day(row.getObject("reported_at", OffsetDateTime.class).toInstant()),
                closed.map(at -> day(at.toInstant())),
                row.getString("state"),
                row.getBoolean("open"),
                row.getBoolean("late"),
                Optional.ofNullable(row.getString("rating")),
                Optional.ofNullable(row.getString("flags")).map(Flag::read).orElse(Set.of()));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, WorkCalendar.ZONE);
    }
}
