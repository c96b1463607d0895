package org.huying.calendar;

/// The working days of each county: those of the country, corrected by what was entered for the county. Answers come
/// from memory; a change is seen on every node within a second or so.
public interface Calendars {

    /// The days of this county, counted with the hours of `hours`.
    WorkCalendar of(String region, WorkCalendar hours);

    /// Reads again what has changed on another server, at once: what is counted next is counted by the days that are stored.
    void refresh();
}
