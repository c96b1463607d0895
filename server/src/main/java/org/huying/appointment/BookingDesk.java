package org.huying.appointment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.appointment.Booking.State;
import org.huying.calendar.WorkCalendar;
import org.huying.database.Ids;
import org.huying.eventlog.EventLog;
import org.huying.playbook.WindowKind;
import org.huying.problem.Problem;
import org.huying.territory.TerritoryCode;
import org.huying.vault.Cipher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Books visits and records what came of them. A seat is given once; whoever booked follows it by number and secret.
@Service
class BookingDesk {

    private static final int MOST_AHEAD = 3;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    private final Bookings bookings;
    private final Windows windows;
    private final Cipher cipher;
    private final EventLog events;
    private final Audit audit;

    BookingDesk(Bookings bookings, Windows windows, Cipher cipher, EventLog events, Audit audit) {
        this.bookings = bookings;
        this.windows = windows;
        this.cipher = cipher;
        this.events = events;
        this.audit = audit;
    }

    /// What somebody wishes.
    record Wish(
            TerritoryCode area,
            WindowKind window,
            Slot slot,
            Optional<String> service,
            String subject,
            String visitor,
            String phone) {}

    /// The same wish sent twice is booked once. Throws what the caller is to be told when there is no seat.
    @Transactional
    public Booking book(Wish wish, Caller by, Optional<UUID> key) {
        var region = wish.area().region();
        var before = key.flatMap(it -> bookings.byRequest(region, it));
        if (before.isPresent()) {
            return before.get();
        }
        var now = windows.now();
        var index = cipher.blind(wish.phone());
        if (bookings.ahead(region, index, now) >= MOST_AHEAD) {
            throw Problem.REFUSED
                    .with("这个电话已有 3 个没到时间的预约", "This phone has three visits ahead already")
                    .and("reason", "TOO_MANY");
        }
        var booking = booking(wish, by, index, now);
        if (!bookings.add(booking, wish.window().seats(), key)) {
            throw Problem.CONFLICT.with("这个时段已经约满", "This time is fully booked");
        }
        if (by.kind() == Caller.Kind.STAFF) {
            audit.acted(by, region, "appointment.book", booking.number(), Optional.empty());
        }
        events.append(told(booking, "book", now));
        return bookings.find(region, booking.id()).orElseThrow();
    }

    /// Throws what the caller is to be told when it stands no more to be closed.
    @Transactional
    public Booking close(Booking booking, State state, Booking.Closing closing, Caller by) {
        if (booking.state() != State.BOOKED) {
            throw Problem.REFUSED
                    .with("这个预约已经了结", "This booking is closed already")
                    .and("reason", "WRONG_STATE");
        }
        boolean cancels = state == State.CANCELLED;
        if (!cancels && closing.at().isBefore(booking.at().slot().starts())) {
            throw Problem.REFUSED
                    .with("预约的时间还没到", "The time of the visit has not come yet")
                    .and("reason", "TOO_EARLY");
        }
        if (!bookings.close(booking, state, closing)) {
            throw Problem.OVERTAKEN.plain();
        }
        var act = cancels ? "cancel" : state == State.KEPT ? "keep" : "miss";
        if (by.kind() == Caller.Kind.STAFF) {
            audit.acted(
                    by,
                    booking.region(),
                    "appointment." + act,
                    booking.number(),
                    Optional.of(closing.note()));
        }
        events.append(told(booking, act, closing.at()));
        return bookings.find(booking.region(), booking.id()).orElseThrow();
    }

    /// 16 letters and digits by which somebody without an account follows the booking; stored nowhere.
    String secret(Booking booking) {
        var digest = cipher.blind("booking:" + booking.region() + ":" + booking.id());
        return new Base32().encodeToString(digest).substring(0, 16);
    }

    boolean matches(Booking booking, String given) {
        return MessageDigest.isEqual(
                secret(booking).getBytes(StandardCharsets.US_ASCII),
                given.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
    }

    private Booking booking(Wish wish, Caller by, byte[] index, Instant now) {
        var region = wish.area().region();
        var id = Ids.next();
        return new Booking(
                region,
                id,
                1,
                number(region, id, wish.slot()),
                new Booking.At(
                        wish.window().key(), wish.window().name().zh(), wish.area(), wish.slot()),
                0,
                wish.service(),
                wish.subject(),
                new Booking.Visitor(cipher.seal(wish.visitor()), cipher.seal(wish.phone()), index),
                new Booking.By(by.account(), by.kind() == Caller.Kind.STAFF, now),
                State.BOOKED,
                Optional.empty());
    }

    /// `370481-P260302-K7QX2M`: the day of the visit, and letters that nobody can guess the next of.
    private String number(String region, UUID id, Slot slot) {
        var letters =
                new Base32().encodeToString(cipher.blind("booking-number:" + id)).substring(0, 6);
        var day = DAY.format(slot.starts().atZone(WorkCalendar.ZONE));
        return region + "-P" + day + "-" + letters;
    }

    private static BookingMoved told(Booking booking, String act, Instant at) {
        var when = WHEN.format(booking.at().slot().starts().atZone(WorkCalendar.ZONE));
        return new BookingMoved(
                booking.region(),
                booking.id(),
                act,
                booking.at().area().value(),
                booking.at().name() + " " + when + "：" + booking.subject(),
                at);
    }
}
