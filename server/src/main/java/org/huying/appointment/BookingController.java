package org.huying.appointment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.RequestKey;
import org.huying.access.Unversioned;
import org.huying.appointment.Booking.State;
import org.huying.appointment.BookingDesk.Wish;
import org.huying.appointment.BookingViews.BookingView;
import org.huying.playbook.WindowKind;
import org.huying.problem.FieldError;
import org.huying.problem.Problem;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryDay;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Booking a visit, with or without an account; whoever booked follows and cancels it by number and secret.
@RestController
@RequestMapping("/api/v1/{region}/bookings")
class BookingController {

    private static final String SECRET = "X-Tracking-Secret";

    /// @param area the place whose window it is
    /// @param start the beginning of a slot
    record BookRequest(
            @NotBlank @Pattern(regexp = WindowController.KEY) String window,
            @NotBlank @Pattern(regexp = WindowController.CODE) String area,
            @NotNull OffsetDateTime start,
            @Nullable @Pattern(regexp = WindowController.KEY) String service,
            @NotBlank @Size(max = 200) String subject,
            @NotBlank @Size(max = 40) String name,
            @NotBlank @Pattern(regexp = "[0-9+ -]{5,20}") String phone) {}

    /// With the secret anyone can follow the booking without an account.
    record BookingReceipt(BookingView booking, String trackingSecret) {}

    private final Windows windows;
    private final BookingDesk desk;
    private final Bookings bookings;
    private final BookingViews views;

    BookingController(Windows windows, BookingDesk desk, Bookings bookings, BookingViews views) {
        this.windows = windows;
        this.desk = desk;
        this.bookings = bookings;
        this.views = views;
    }

    @PostMapping
    @Permit(Permit.OPEN)
    ResponseEntity<BookingReceipt> book(
            @PathVariable @Pattern(regexp = WindowController.REGION) String region,
            @RequestHeader(RequestKey.HEADER) String key,
            @RequestBody @Valid BookRequest body,
            Caller caller) {
        var once = RequestKey.of(caller, key);
        var area = WindowController.place(region, body.area());
        allow(caller, area);
        var window = windows.window(area, body.window());
        var wish =
                new Wish(
                        area,
                        window,
                        slot(area, window, body.start().toInstant()),
                        service(window, body.service()),
                        body.subject().strip(),
                        body.name().strip(),
                        body.phone().replaceAll("[ -]", ""));
        var booking = desk.book(wish, caller, once);
        var at = "/api/v1/" + region + "/bookings/" + booking.number();
        return ResponseEntity.created(URI.create(at))
                .body(new BookingReceipt(views.own(booking), desk.secret(booking)));
    }

    @GetMapping("/{number}")
    @Permit(Permit.OPEN)
    BookingView follow(
            @PathVariable @Pattern(regexp = WindowController.REGION) String region,
            @PathVariable @Size(max = 40) String number,
            @RequestHeader(SECRET) @Size(max = 40) String secret) {
        return views.own(booking(region, number, secret));
    }

    @PostMapping("/{number}/cancel")
    @Unversioned(Unversioned.WAITS)
    @Permit(Permit.OPEN)
    BookingView cancel(
            @PathVariable @Pattern(regexp = WindowController.REGION) String region,
            @PathVariable @Size(max = 40) String number,
            @RequestHeader(SECRET) @Size(max = 40) String secret,
            Caller caller) {
        var closing =
                new Booking.Closing(
                        caller.account(), caller.name(), windows.now(), "", Optional.empty());
        return views.own(
                desk.close(booking(region, number, secret), State.CANCELLED, closing, caller));
    }

    private Booking booking(String region, String number, String secret) {
        return bookings.byNumber(region, number)
                .filter(it -> desk.matches(it, secret))
                .orElseThrow(Problem.NOT_FOUND::plain);
    }

    /// Anyone may book for himself; staff on behalf, inside their reach.
    private static void allow(Caller caller, TerritoryCode area) {
        switch (caller.kind()) {
            case ANONYMOUS, RESIDENT, SYSTEM -> {}
            case STAFF, MACHINE -> {
                if (!caller.may(VisitController.EDIT)) {
                    throw Problem.FORBIDDEN.plain();
                }
                if (!caller.reach(VisitController.EDIT).covers(area, caller.units())) {
                    throw Problem.NOT_FOUND.plain();
                }
            }
        }
    }

    private Slot slot(TerritoryCode area, WindowKind window, Instant start) {
        return windows.slots(area, window, TerritoryDay.of(start), 1).stream()
                .filter(it -> it.starts().equals(start))
                .findFirst()
                .orElseThrow(
                        () -> wrong("start", "这个时间不开放预约", "Nothing can be booked at this time"));
    }

    private static Optional<String> service(WindowKind window, @Nullable String key) {
        if (key != null && !window.services().containsKey(key)) {
            throw wrong("service", "这个窗口不办这项事", "This window does not offer that");
        }
        return Optional.ofNullable(key);
    }

    private static RuntimeException wrong(String path, String zh, String en) {
        return Problem.INVALID.with(zh, en).and(List.of(new FieldError(path, "unfit", zh, en)));
    }
}
