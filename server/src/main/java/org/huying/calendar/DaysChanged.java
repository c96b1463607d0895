package org.huying.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huying.eventlog.Fact;

/// Days of a county are worked now that were not, or the other way round. Stored in the event log: add fields, never
/// rename or remove one.
///
/// @param subject the change itself
/// @param why on whose word
public record DaysChanged(
        String region, UUID subject, List<LocalDate> days, String why, UUID actor, Instant at)
        implements Fact {

    public static final String KIND = "calendar.changed";

    @Override
    public String kind() {
        return KIND;
    }
}
