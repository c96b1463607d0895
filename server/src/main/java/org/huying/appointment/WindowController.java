package org.huying.appointment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unversioned;
import org.huying.appointment.Windows.Opening;
import org.huying.playbook.Text;
import org.huying.playbook.WindowKind;
import org.huying.playbook.WindowKind.Hours;
import org.huying.problem.FieldError;
import org.huying.problem.Problem;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryDay;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Windows where one can come by appointment, when they are open and what is free. Open to everybody.
@RestController
@RequestMapping("/api/v1/{region}/windows")
class WindowController {

    static final String REGION = "[0-9]{6}";
    static final String CODE = "[0-9]{6}|[0-9]{9}|[0-9]{12}|[0-9]{15}|[0-9]{18}";
    static final String KEY = "[a-z0-9][a-z0-9.@_-]{0,63}";
    static final String EDIT = "appointment:window:edit";

    record WindowsView(String area, List<WindowView> windows) {}

    /// @param hours when it is open by the playbook; a place may say otherwise, the slots tell
    record WindowView(
            String key,
            Text name,
            List<String> hours,
            int minutes,
            int seats,
            int ahead,
            Map<String, Text> services) {}

    record SlotsView(String window, String area, List<SlotView> slots) {}

    record SlotView(OffsetDateTime starts, OffsetDateTime ends, int free) {}

    /// Hours of a place's own from a day on, such as `mon-fri 18:00-20:00`; none: closed.
    record HoursRequest(
            @NotBlank @Pattern(regexp = CODE) String area,
            @NotNull LocalDate from,
            @NotNull @Size(max = 20) List<@NotNull @Size(max = 40) String> hours,
            @NotBlank @Size(max = 200) String reason) {}

    private final Windows windows;
    private final Bookings bookings;
    private final Audit audit;
    private final TransactionTemplate transaction;

    WindowController(
            Windows windows, Bookings bookings, Audit audit, TransactionTemplate transaction) {
        this.windows = windows;
        this.bookings = bookings;
        this.audit = audit;
        this.transaction = transaction;
    }

    @GetMapping
    @Permit(Permit.OPEN)
    WindowsView list(
            @PathVariable @Pattern(regexp = REGION) String region,
            @RequestParam @Pattern(regexp = CODE) String area) {
        var place = place(region, area);
        return new WindowsView(
                area, windows.at(place).stream().map(WindowController::view).toList());
    }

    /// The slots of up to 14 days with the seats that are free; full ones are told too.
    @GetMapping("/{window}/slots")
    @Permit(Permit.OPEN)
    SlotsView slots(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String window,
            @RequestParam @Pattern(regexp = CODE) String area,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(defaultValue = "7") @Min(1) @Max(14) int days) {
        var place = place(region, area);
        var kind = windows.window(place, window);
        var today = TerritoryDay.of(windows.now());
        var first = from == null || from.isBefore(today) ? today : from;
        if (first.isAfter(today.plusDays(kind.ahead()))) {
            return new SlotsView(window, area, List.of());
        }
        var slots = windows.slots(place, kind, first, days);
        if (slots.isEmpty()) {
            return new SlotsView(window, area, List.of());
        }
        var until = slots.getLast().ends().plus(1, ChronoUnit.SECONDS);
        var taken = bookings.taken(place, window, slots.getFirst().starts(), until);
        return new SlotsView(
                window,
                area,
                slots.stream()
                        .map(it ->
                                new SlotView(
                                        BookingViews.time(it.starts()),
                                        BookingViews.time(it.ends()),
                                        Math.max(
                                                0,
                                                kind.seats() - taken.getOrDefault(it.starts(), 0))))
                        .toList());
    }

    @PostMapping("/{window}/hours")
    @Unversioned(Unversioned.ADDS)
    @Permit(EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hours(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String window,
            @RequestBody @Valid HoursRequest body,
            Caller caller) {
        var place = place(region, body.area());
        if (!caller.reach(EDIT).covers(place, caller.units())) {
            throw Problem.NOT_FOUND.plain();
        }
        var kind = windows.window(place, window);
        var opening = new Opening(body.from(), body.hours().stream().map(this::read).toList());
        transaction.executeWithoutResult(_ -> {
            windows.set(place, kind.key(), opening, body.reason().strip(), caller.account());
            audit.acted(
                    caller,
                    region,
                    "appointment.hours",
                    place.value() + "/" + kind.key(),
                    Optional.of(body.reason()));
        });
    }

    private Hours read(String words) {
        try {
            return Hours.parse(words);
        } catch (IllegalArgumentException _) {
            var zh = "开放时间应写作 mon-fri 18:00-20:00";
            var en = "Hours are written mon-fri 18:00-20:00";
            throw Problem.INVALID
                    .with(zh, en)
                    .and(List.of(new FieldError("hours", "unfit", zh, en)));
        }
    }

    static TerritoryCode place(String region, String area) {
        if (!area.startsWith(region)) {
            throw Problem.PLACE_UNKNOWN.plain();
        }
        return TerritoryCode.of(area);
    }

    private static WindowView view(WindowKind kind) {
        return new WindowView(
                kind.key(),
                kind.name(),
                kind.hours().stream().map(Hours::toString).toList(),
                (int) kind.slot().toMinutes(),
                kind.seats(),
                kind.ahead(),
                kind.services());
    }
}
