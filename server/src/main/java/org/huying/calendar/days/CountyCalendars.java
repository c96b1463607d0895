package org.huying.calendar.days;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huying.calendar.Calendars;
import org.huying.calendar.WorkCalendar;
import org.huying.database.Snapshots;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/// Keeps each county's days in memory, replaced as a whole when they have changed anywhere.
@Component
class CountyCalendars implements Calendars, InitializingBean, DisposableBean {

    private final Snapshots<WorkCalendar> days;

    CountyCalendars(DayRows rows) {
        days = new Snapshots<>("calendar", source(rows));
    }

    private static Snapshots.Source<WorkCalendar> source(DayRows rows) {
        return new Snapshots.Source<>() {
            @Override
            public Snapshots.Versioned<WorkCalendar> load(String region) {
                long revision = rows.revisions(List.of(region)).getOrDefault(region, 0L);
                return new Snapshots.Versioned<>(revision, counted(rows.of(region)));
            }

            @Override
            public Map<String, Long> revisions(List<String> regions) {
                return rows.revisions(regions);
            }
        };
    }

    /// The calendar of the country with these days over it.
    static WorkCalendar counted(List<EnteredDay> entered) {
        return WorkCalendar.china()
                .corrected(
                        entered.stream()
                                .collect(Collectors.toMap(EnteredDay::day, EnteredDay::worked)));
    }

    @Override
    public WorkCalendar of(String region, WorkCalendar hours) {
        return hours.on(days.of(region));
    }

    @Override
    public void refresh() {
        days.refresh();
    }

    void changed(String region) {
        days.changed(region);
    }

    @Override
    public void afterPropertiesSet() {
        days.start();
    }

    @Override
    public void destroy() {
        days.close();
    }
}
