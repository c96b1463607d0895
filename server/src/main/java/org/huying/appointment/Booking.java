package org.huying.appointment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.TerritoryCode;

/// One visit that was booked.
///
/// @param seat which of the places that are received at the same time
/// @param closing what came of it
record Booking(
        String region,
        UUID id,
        int version,
        String number,
        At at,
        int seat,
        Optional<String> service,
        String subject,
        Visitor visitor,
        By by,
        State state,
        Optional<Closing> closing) {

    /// Where and when: a window of the playbook at a place.
    record At(String window, String name, TerritoryCode area, Slot slot) {}

    /// Sealed name and phone of who comes; `index` is the blind index of the phone.
    record Visitor(byte[] name, byte[] phone, byte[] index) {}

    /// @param onBehalf somebody of the staff booked it for the visitor
    record By(UUID account, boolean onBehalf, Instant at) {}

    /// @param matter the matter that arose from the visit
    record Closing(UUID by, String name, Instant at, String note, Optional<UUID> matter) {}

    /// The names are stored and public.
    enum State {
        BOOKED,
        KEPT,
        MISSED,
        CANCELLED
    }
}
