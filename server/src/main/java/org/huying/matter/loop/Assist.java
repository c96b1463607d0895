package org.huying.matter.loop;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huying.calendar.Shift;
import org.huying.calendar.TimeLimit;
import org.huying.calendar.WorkCalendar;

/// A unit that helps the one in the lead (协办).
///
/// @param given the limit that its time was counted from; none where a date was set, which no calendar moves
public record Assist(
        UUID unit, Standing state, String task, Optional<Instant> due, Optional<Given> given) {

    /// A limit, and since when it runs.
    public record Given(Instant since, TimeLimit limit) {}

    Assist now(Standing next) {
        return new Assist(unit, next, task, due, given);
    }

    Assist until(Instant moved) {
        return new Assist(unit, state, task, Optional.of(moved), given);
    }

    /// Where the days of now have moved the time of one who still has something to do.
    public Optional<DatesMoved.Help> moved(WorkCalendar calendar, Instant now) {
        return given.filter(_ -> state.open())
                .flatMap(it ->
                        Shift.between(due, Optional.of(calendar.due(it.since(), it.limit())), now))
                .map(it -> new DatesMoved.Help(unit, it.was(), it.due()));
    }

    /// Released, if there still was something to do.
    Assist over() {
        return state.open() ? now(Standing.RELEASED) : this;
    }

    public enum Standing {
        ASKED,
        JOINED,
        DONE,
        DECLINED,
        RELEASED;

        /// Still has something to do.
        public boolean open() {
            return this == ASKED || this == JOINED;
        }
    }
}
