package org.huying.gateway.channel;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unversioned;
import org.huying.calendar.WorkCalendar;
import org.huying.gateway.channel.ChannelController.MonthView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What goes through a channel, letter by letter, and what it costs.
@RestController
@RequestMapping("/api/v1/{region}/channels/{channel}")
class LetterController {

    private static final UUID NEWEST = new UUID(-1, -1);
    private static final int MONTHS = 12;

    /// @param address where it goes, masked
    /// @param receipt what the other side said became of it: `arrived` or `lost`
    record LetterView(
            UUID id,
            String kind,
            String number,
            String headline,
            String address,
            String state,
            int attempts,
            @Nullable OffsetDateTime nextAt,
            @Nullable OffsetDateTime triedAt,
            @Nullable String error,
            @Nullable String receipt,
            OffsetDateTime createdAt) {}

    record LetterPage(List<LetterView> items, @Nullable UUID next) {}

    /// @param address masked
    record KeptView(UUID id, String address, String title, String body, OffsetDateTime createdAt) {}

    record KeptPage(List<KeptView> items, @Nullable UUID next) {}

    record MonthList(List<MonthView> items) {}

    record LetterMade(UUID id) {}

    record LettersAgain(int count) {}

    private final ChannelDesk desk;
    private final LetterLog log;
    private final Sandbox sandbox;

    LetterController(ChannelDesk desk, LetterLog log, Sandbox sandbox) {
        this.desk = desk;
        this.log = log;
        this.sandbox = sandbox;
    }

    /// Newest first. `state`: `waiting`, `sent` or `dead`.
    @GetMapping("/letters")
    @Permit(value = ChannelController.EDIT, whole = true)
    LetterPage channelLetters(
            @PathVariable @Pattern(regexp = ChannelController.REGION) String region,
            @PathVariable @Pattern(regexp = ChannelController.KEY) String channel,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "waiting|sent|dead")
                    String state,
            @RequestParam Optional<UUID> after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        desk.found(region, channel);
        var lines =
                log.page(
                        region,
                        channel,
                        Optional.ofNullable(state),
                        after.orElse(NEWEST),
                        limit + 1);
        boolean more = lines.size() > limit;
        var shown = more ? lines.subList(0, limit) : lines;
        return new LetterPage(
                shown.stream().map(LetterController::view).toList(),
                more ? shown.getLast().id() : null);
    }

    /// What would have been sent, newest first.
    @GetMapping("/sandbox")
    @Permit(value = ChannelController.EDIT, whole = true)
    KeptPage channelSandbox(
            @PathVariable @Pattern(regexp = ChannelController.REGION) String region,
            @PathVariable @Pattern(regexp = ChannelController.KEY) String channel,
            @RequestParam Optional<UUID> after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        desk.found(region, channel);
        var kept = sandbox.page(region, channel, after.orElse(NEWEST), limit + 1);
        boolean more = kept.size() > limit;
        var shown = more ? kept.subList(0, limit) : kept;
        return new KeptPage(
                shown.stream()
                        .map(it ->
                                new KeptView(
                                        it.id(),
                                        it.address(),
                                        it.title(),
                                        it.body(),
                                        local(it.created())))
                        .toList(),
                more ? shown.getLast().id() : null);
    }

    /// The last twelve months, newest first.
    @GetMapping("/months")
    @Permit(value = ChannelController.EDIT, whole = true)
    MonthList channelMonths(
            @PathVariable @Pattern(regexp = ChannelController.REGION) String region,
            @PathVariable @Pattern(regexp = ChannelController.KEY) String channel) {
        desk.found(region, channel);
        var from =
                desk.now()
                        .atZone(WorkCalendar.ZONE)
                        .toLocalDate()
                        .withDayOfMonth(1)
                        .minusMonths(MONTHS - 1);
        return new MonthList(
                log.months(region, from).stream()
                        .filter(it -> it.channel().equals(channel))
                        .map(LetterController::view)
                        .toList());
    }

    /// Sends one again that was sent or given up.
    @PostMapping("/letters/{letter}/resend")
    @Permit(value = ChannelController.EDIT, whole = true)
    @Unversioned(Unversioned.WAITS)
    LetterMade resendLetter(
            @PathVariable @Pattern(regexp = ChannelController.REGION) String region,
            @PathVariable @Pattern(regexp = ChannelController.KEY) String channel,
            @PathVariable UUID letter,
            Caller caller) {
        desk.again(region, channel, letter, caller);
        return new LetterMade(letter);
    }

    /// Sends all again that were given up.
    @PostMapping("/resend")
    @Permit(value = ChannelController.EDIT, whole = true)
    @Unversioned(Unversioned.WAITS)
    LettersAgain resendLetters(
            @PathVariable @Pattern(regexp = ChannelController.REGION) String region,
            @PathVariable @Pattern(regexp = ChannelController.KEY) String channel,
            Caller caller) {
        return new LettersAgain(desk.allAgain(region, channel, caller));
    }

    private static LetterView view(LetterLog.Line it) {
        return new LetterView(
                it.id(),
                it.kind(),
                it.number(),
                it.headline(),
                it.address(),
                it.state(),
                it.attempts(),
                it.next().map(LetterController::local).orElse(null),
                it.tried().map(LetterController::local).orElse(null),
                it.error().orElse(null),
                it.receipt().orElse(null),
                local(it.created()));
    }

    static MonthView view(LetterLog.Month it) {
        return new MonthView(
                it.channel(),
                it.month().toString(),
                it.messages(),
                it.letters(),
                it.failed(),
                it.cost());
    }

    static OffsetDateTime local(Instant at) {
        return at.atZone(WorkCalendar.ZONE).toOffsetDateTime();
    }
}
