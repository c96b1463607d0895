package org.huying.calendar.days;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.huying.calendar.Coverage;
import org.huying.calendar.WorkCalendar;

/// One year of a county's calendar.
///
/// @param off the days from Monday to Friday that are not worked
/// @param made the days of weekends that are worked
/// @param coverage how far the country's days of that year can be trusted
/// @param entered the days that were entered for the county
record DaysView(
        int year,
        Coverage coverage,
        List<LocalDate> off,
        List<LocalDate> made,
        List<EnteredView> entered) {

    /// A day that was entered, by whom, when and why.
    record EnteredView(LocalDate day, boolean worked, String why, UUID by, OffsetDateTime at) {

        static EnteredView of(EnteredDay day) {
            return new EnteredView(
                    day.day(),
                    day.worked(),
                    day.why(),
                    day.by(),
                    day.at().atZone(WorkCalendar.ZONE).toOffsetDateTime());
        }
    }
}
