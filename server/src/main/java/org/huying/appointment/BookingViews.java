package org.huying.appointment;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.huying.access.Caller;
import org.huying.calendar.WorkCalendar;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.vault.Cipher;
import org.huying.vault.Masking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Draws bookings: to whoever booked, and to those who receive; names are masked.
@Component
class BookingViews {

    /// A booking as whoever booked it sees it; `state` is BOOKED, KEPT, MISSED or CANCELLED.
    record BookingView(
            String number,
            String window,
            String windowName,
            String area,
            List<String> areaNames,
            OffsetDateTime starts,
            OffsetDateTime ends,
            @Nullable String service,
            String subject,
            Booking.State state,
            @Nullable String note) {}

    /// A visit as those who receive see it.
    ///
    /// @param matter the matter that arose from it
    /// @param steps what this caller may do now: keep, miss, cancel
    record VisitView(
            UUID id,
            int version,
            BookingView booking,
            String visitor,
            String phone,
            boolean onBehalf,
            @Nullable String closedBy,
            @Nullable OffsetDateTime closedAt,
            @Nullable UUID matter,
            List<String> steps) {}

    private final Territory territory;
    private final Cipher cipher;
    private final Clock clock;

    BookingViews(Territory territory, Cipher cipher, Clock clock) {
        this.territory = territory;
        this.cipher = cipher;
        this.clock = clock;
    }

    BookingView own(Booking booking) {
        var at = booking.at();
        return new BookingView(
                booking.number(),
                at.window(),
                at.name(),
                at.area().value(),
                territory.path(at.area(), booking.by().at()).stream().map(Node::name).toList(),
                time(at.slot().starts()),
                time(at.slot().ends()),
                booking.service().orElse(null),
                booking.subject(),
                booking.state(),
                booking.closing().map(Booking.Closing::note).orElse(null));
    }

    VisitView visit(Booking booking, Caller caller) {
        return visit(booking, caller, Masking::name, Masking::phone);
    }

    /// With name and phone in plain; whoever asks answers for it that it was permitted and recorded what for.
    VisitView plain(Booking booking, Caller caller) {
        return visit(booking, caller, UnaryOperator.identity(), UnaryOperator.identity());
    }

    private VisitView visit(
            Booking booking,
            Caller caller,
            UnaryOperator<String> name,
            UnaryOperator<String> phone) {
        var closing = booking.closing();
        return new VisitView(
                booking.id(),
                booking.version(),
                own(booking),
                cipher.readable(booking.visitor().name(), booking.number())
                        .map(name)
                        .orElse(Masking.UNREADABLE),
                cipher.readable(booking.visitor().phone(), booking.number())
                        .map(phone)
                        .orElse(Masking.UNREADABLE),
                booking.by().onBehalf(),
                closing.map(Booking.Closing::name).orElse(null),
                closing.map(it -> time(it.at())).orElse(null),
                closing.flatMap(Booking.Closing::matter).orElse(null),
                steps(booking, caller));
    }

    /// What may be recorded of it: that somebody came or not only from when it begins.
    private List<String> steps(Booking booking, Caller caller) {
        var at = booking.at();
        if (booking.state() != Booking.State.BOOKED
                || !caller.reach(VisitController.EDIT).covers(at.area(), caller.units())) {
            return List.of();
        }
        return clock.instant().isBefore(at.slot().starts())
                ? List.of("cancel")
                : List.of("keep", "miss", "cancel");
    }

    static OffsetDateTime time(Instant at) {
        return at.atZone(WorkCalendar.ZONE).toOffsetDateTime();
    }
}
