package org.huying.appointment;

import java.time.Instant;
import java.util.UUID;
import org.huying.eventlog.Fact;

/// A visit was booked, cancelled, kept or missed. Stored in the event log: add fields, never rename or remove one.
///
/// @param act `book`, `cancel`, `keep`, `miss`
/// @param title the window and the time, in the words of the place
public record BookingMoved(
        String region, UUID subject, String act, String area, String title, Instant at)
        implements Fact {

    public static final String KIND = "appointment.moved";

    @Override
    public String kind() {
        return KIND;
    }
}
