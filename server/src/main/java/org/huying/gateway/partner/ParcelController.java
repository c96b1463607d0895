package org.huying.gateway.partner;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unversioned;
import org.huying.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What is sent to a partner and what became of it, and what is awaited.
@RestController
@RequestMapping("/api/v1/{region}/partners/{partner}")
class ParcelController {

    private static final String EDIT = PartnerController.EDIT;
    private static final String REGION = PartnerController.REGION;
    private static final String KEY = PartnerController.KEY;
    private static final UUID NEWEST = new UUID(-1, -1);
    private static final int AGAIN_AT_ONCE = 10_000;

    record ParcelView(
            UUID id,
            UUID matter,
            String number,
            String kind,
            String state,
            int attempts,
            @Nullable OffsetDateTime nextAt,
            @Nullable OffsetDateTime triedAt,
            @Nullable Integer status,
            @Nullable String error,
            OffsetDateTime createdAt) {}

    record ParcelPage(List<ParcelView> items, @Nullable UUID next) {}

    record ParcelMoved(UUID id) {}

    /// @param count how many it was done to
    record ParcelCount(int count) {}

    /// Numbers of orders that messages wait for.
    record AwaitedPage(List<String> numbers, @Nullable String next) {}

    private final PartnerDesk desk;
    private final Parcels parcels;
    private final ParcelLog log;
    private final Inbounds inbounds;
    private final Clock clock;

    ParcelController(
            PartnerDesk desk,
            Parcels parcels,
            ParcelLog log,
            Inbounds inbounds,
            @Qualifier("wallClock") Clock clock) {
        this.desk = desk;
        this.parcels = parcels;
        this.log = log;
        this.inbounds = inbounds;
        this.clock = clock;
    }

    /// Newest first. `state`: `waiting`, `delivered`, `dead` (given up) or `dropped`.
    @GetMapping("/parcels")
    @Permit(value = EDIT, whole = true)
    ParcelPage parcels(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String partner,
            @RequestParam(required = false)
                    @Nullable
                    @Pattern(regexp = "waiting|delivered|dead|dropped")
                    String state,
            @RequestParam Optional<UUID> after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var found = desk.found(region, partner);
        var lines = log.page(found, Optional.ofNullable(state), after.orElse(NEWEST), limit + 1);
        boolean more = lines.size() > limit;
        var shown = more ? lines.subList(0, limit) : lines;
        return new ParcelPage(
                shown.stream().map(ParcelController::view).toList(),
                more ? shown.getLast().id() : null);
    }

    /// Sends one again, with all its attempts; what came after it of the same matter waits for it.
    @PostMapping("/parcels/{parcel}/resend")
    @Permit(value = EDIT, whole = true)
    @Unversioned(Unversioned.WAITS)
    ParcelMoved resendParcel(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String partner,
            @PathVariable UUID parcel,
            Caller caller) {
        var found = desk.found(region, partner);
        if (!parcels.again(found, parcel, clock.instant())) {
            throw Problem.NOT_FOUND.plain();
        }
        desk.acted(found, "resend", parcel.toString(), caller);
        return new ParcelMoved(parcel);
    }

    /// Gives one up for good: what came after it of the same matter goes on without it.
    @PostMapping("/parcels/{parcel}/drop")
    @Permit(value = EDIT, whole = true)
    @Unversioned(Unversioned.WAITS)
    ParcelMoved dropParcel(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String partner,
            @PathVariable UUID parcel,
            Caller caller) {
        var found = desk.found(region, partner);
        if (!parcels.drop(found, parcel, clock.instant())) {
            throw Problem.NOT_FOUND.plain();
        }
        desk.acted(found, "drop", parcel.toString(), caller);
        return new ParcelMoved(parcel);
    }

    /// Sends all again that were given up, at most 10 000 at once.
    @PostMapping("/resend")
    @Permit(value = EDIT, whole = true)
    @Unversioned(Unversioned.WAITS)
    ParcelCount resendParcels(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String partner,
            Caller caller) {
        var found = desk.found(region, partner);
        int count = parcels.allAgain(found, clock.instant(), AGAIN_AT_ONCE);
        desk.acted(found, "resend", String.valueOf(count), caller);
        return new ParcelCount(count);
    }

    /// Orders that never came although messages name them.
    @GetMapping("/awaited")
    @Permit(value = EDIT, whole = true)
    AwaitedPage awaited(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String partner,
            @RequestParam(defaultValue = "") @Size(max = 64) String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var numbers = inbounds.awaited(desk.found(region, partner), after, limit + 1);
        boolean more = numbers.size() > limit;
        var shown = more ? numbers.subList(0, limit) : numbers;
        return new AwaitedPage(List.copyOf(shown), more ? shown.getLast() : null);
    }

    private static ParcelView view(ParcelLog.Line it) {
        return new ParcelView(
                it.id(),
                it.matter(),
                it.number(),
                it.kind(),
                it.state(),
                it.attempts(),
                it.next().map(PartnerController::local).orElse(null),
                it.tried().map(PartnerController::local).orElse(null),
                it.status().orElse(null),
                it.error().orElse(null),
                PartnerController.local(it.created()));
    }
}
