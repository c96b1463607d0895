package org.huying.insight.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.huying.calendar.WorkCalendar;
import org.huying.matter.MatterSummary;

/// What counts about a matter: where and when it was reported and how far it has come.
record Standing(
        String street,
        String community,
        LocalDate reported,
        Optional<LocalDate> closed,
        String state,
        boolean open,
        boolean late,
        Optional<String> rating) {

    static final String COLUMNS =
            "street, community, reported_at, closed_at, state, open, late, rating";

    static Standing of(MatterSummary matter) {
        return new Standing(
                RowColumns.street(matter),
                RowColumns.community(matter),
                day(matter.reportedAt()),
                matter.closedAt().map(Standing::day),
                matter.state(),
                matter.open(),
                matter.late(),
                matter.rating());
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
                Optional.ofNullable(row.getString("rating")));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, WorkCalendar.ZONE);
    }
}
