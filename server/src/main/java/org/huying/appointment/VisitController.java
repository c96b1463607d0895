package org.huying.appointment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.appointment.Booking.State;
import org.huying.appointment.BookingViews.VisitView;
import org.huying.calendar.WorkCalendar;
import org.huying.matter.MatterSummaries;
import org.huying.problem.FieldError;
import org.huying.problem.Problem;
import org.huying.problem.Seen;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryDay;
import org.huying.vault.Cipher;
import org.huying.vault.Masking;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The visits of a place, for those who receive: who comes when, and what came of it.
@RestController
@RequestMapping("/api/v1/{region}/visits")
class VisitController {

    static final String READ = "appointment:booking:read";
    static final String EDIT = "appointment:booking:edit";
    static final String PERSONAL = "matter:personal:read";
    private static final String MATTERS = "matter:matter:read";
    private static final UUID FIRST = new UUID(0, 0);
    private static final int LONGEST_DAYS = 366;

    /// @param next pass it as `after` for the next page; absent on the last
    record VisitPage(List<VisitView> visits, @Nullable UUID next) {}

    record VisitFigures(LocalDate from, LocalDate to, List<Bookings.Count> windows) {}

    /// @param matter the matter that arose from the visit
    record KeepVisitRequest(@Nullable @Size(max = 1000) String note, @Nullable UUID matter) {}

    record CloseVisitRequest(@NotBlank @Size(max = 500) String note) {}

    /// Who comes, in plain.
    record VisitorView(String name, String phone) {}

    private final Bookings bookings;
    private final BookingDesk desk;
    private final BookingViews views;
    private final Windows windows;
    private final MatterSummaries matters;
    private final Audit audit;
    private final Cipher cipher;

    VisitController(
            Bookings bookings,
            BookingDesk desk,
            BookingViews views,
            Windows windows,
            MatterSummaries matters,
            Audit audit,
            Cipher cipher) {
        this.bookings = bookings;
        this.desk = desk;
        this.views = views;
        this.windows = windows;
        this.matters = matters;
        this.audit = audit;
        this.cipher = cipher;
    }

    /// The visits within an area on a day; today where it is missing.
    @GetMapping
    @Permit(READ)
    VisitPage list(
            @PathVariable @Pattern(regexp = WindowController.REGION) String region,
            @RequestParam(required = false) @Nullable TerritoryCode area,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller) {
        var within = within(caller, region, area);
        var on = bounded(day == null ? TerritoryDay.of(windows.now()) : day);
        var found =
                bookings.within(
                        within,
                        midnight(on),
                        midnight(on.plusDays(1)),
                        after == null ? FIRST : after,
                        limit + 1);
        boolean more = found.size() > limit;
        var shown = more ? found.subList(0, limit) : found;
        return new VisitPage(
                shown.stream().map(it -> views.visit(it, caller)).toList(),
                more ? shown.getLast().id() : null);
    }

    @GetMapping("/figures")
    @Permit(READ)
    VisitFigures figures(
            @PathVariable @Pattern(regexp = WindowController.REGION) String region,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable TerritoryCode area,
            Caller caller) {
        var within = within(caller, region, area);
        if (bounded(to).isBefore(bounded(from))
                || ChronoUnit.DAYS.between(from, to) >= LONGEST_DAYS) {
            throw wrong("to", "起止日期最多相隔 366 天", "A period has at most 366 days");
        }
        return new VisitFigures(
                from, to, bookings.counts(within, midnight(from), midnight(to.plusDays(1))));
    }

    @PostMapping("/{id}/keep")
    @Permit(EDIT)
    ResponseEntity<VisitView> keep(
            @PathVariable @Pattern(regexp = WindowController.REGION) String region,
            @PathVariable UUID id,
            Seen seen,
            @RequestBody @Valid KeepVisitRequest body,
            Caller caller) {
        var booking = seen(region, id, EDIT, caller);
        seen.at(booking.version());
        var matter = Optional.ofNullable(body.matter()).map(it -> matter(region, it, caller));
        var note = body.note() == null ? "" : body.note().strip();
        return closed(booking, State.KEPT, note, matter, caller);
    }

    @PostMapping("/{id}/miss")
    @Permit(EDIT)
    ResponseEntity<VisitView> miss(
            @PathVariable @Pattern(regexp = WindowController.REGION) String region,
            @PathVariable UUID id,
            Seen seen,
            @RequestBody @Valid CloseVisitRequest body,
            Caller caller) {
        var booking = seen(region, id, EDIT, caller);
        seen.at(booking.version());
        return closed(booking, State.MISSED, body.note().strip(), Optional.empty(), caller);
    }

    /// By those who would receive; the note says why.
    @PostMapping("/{id}/cancel")
    @Permit(EDIT)
    ResponseEntity<VisitView> cancel(
            @PathVariable @Pattern(regexp = WindowController.REGION) String region,
            @PathVariable UUID id,
            Seen seen,
            @RequestBody @Valid CloseVisitRequest body,
            Caller caller) {
        var booking = seen(region, id, EDIT, caller);
        seen.at(booking.version());
        return closed(booking, State.CANCELLED, body.note().strip(), Optional.empty(), caller);
    }

    /// Name and phone in plain. Every look says what for and is recorded before it is answered.
    @GetMapping("/{id}/visitor")
    @Permit(PERSONAL)
    VisitorView visitor(
            @PathVariable @Pattern(regexp = WindowController.REGION) String region,
            @PathVariable UUID id,
            @RequestParam @NotBlank @Size(max = 200) String purpose,
            Caller caller) {
        var booking = seen(region, id, PERSONAL, caller);
        audit.looked(caller, region, booking.number(), purpose);
        return new VisitorView(
                cipher.readable(booking.visitor().name(), booking.number())
                        .orElse(Masking.UNREADABLE),
                cipher.readable(booking.visitor().phone(), booking.number())
                        .orElse(Masking.UNREADABLE));
    }

    private ResponseEntity<VisitView> closed(
            Booking booking, State state, String note, Optional<UUID> matter, Caller caller) {
        var closing =
                new Booking.Closing(caller.account(), caller.name(), windows.now(), note, matter);
        var after = desk.close(booking, state, closing, caller);
        return Seen.tagged(after.version(), views.visit(after, caller));
    }

    private Booking seen(String region, UUID id, String permission, Caller caller) {
        return bookings.find(region, id)
                .filter(it ->
                        caller.may(READ)
                                && caller.reach(permission).covers(it.at().area(), caller.units()))
                .orElseThrow(Problem.NOT_FOUND::plain);
    }

    private UUID matter(String region, UUID id, Caller caller) {
        return matters.of(region, List.of(id)).stream()
                .filter(it ->
                        caller.reach(MATTERS)
                                .covers(it.area(), it.unit().map(List::of).orElse(List.of())))
                .map(it -> it.id())
                .findFirst()
                .orElseThrow(() -> wrong("matter", "没有这件事", "There is no such matter"));
    }

    static TerritoryCode within(Caller caller, String region, @Nullable TerritoryCode area) {
        var within = area == null ? TerritoryCode.of(region) : area;
        if (!within.value().startsWith(region)
                || !caller.reach(READ).covers(within, caller.units())) {
            throw Problem.NOT_FOUND.plain();
        }
        return within;
    }

    static LocalDate bounded(LocalDate day) {
        if (day.getYear() < 2000 || day.getYear() > 2100) {
            throw wrong("day", "日期不合理", "That is no sensible day");
        }
        return day;
    }

    private static RuntimeException wrong(String path, String zh, String en) {
        return Problem.INVALID.with(zh, en).and(List.of(new FieldError(path, "unfit", zh, en)));
    }

    static Instant midnight(LocalDate day) {
        return day.atStartOfDay(WorkCalendar.ZONE).toInstant();
    }
}
