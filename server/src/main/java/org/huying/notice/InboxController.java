package org.huying.notice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.calendar.WorkCalendar;
import org.huying.org.Organisations;
import org.huying.problem.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The caller's inbox in a county: what he, his organisations and his desks have been told.
@RestController
@RequestMapping("/api/v1/{region}/inbox")
class InboxController {

    private static final UUID NEWEST = new UUID(-1, -1);

    private final Notices notices;
    private final Wording wording;
    private final Organisations organisations;
    private final Clock clock;

    InboxController(Notices notices, Wording wording, Organisations organisations, Clock clock) {
        this.notices = notices;
        this.wording = wording;
        this.organisations = organisations;
        this.clock = clock;
    }

    /// Which notices have been seen.
    record Seen(@NotEmpty @Size(max = 200) List<@NotNull UUID> ids) {}

    /// How many of them were unseen until now.
    record SeenView(int seen) {}

    @GetMapping
    @Permit(Recipients.READ)
    InboxView inbox(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @RequestParam Optional<UUID> after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(200) int limit,
            Caller caller,
            HttpServletRequest request) {
        var page =
                notices.inbox(region, Recipients.inboxes(caller), after.orElse(NEWEST), limit + 1);
        boolean more = page.notices().size() > limit;
        var shown = more ? page.notices().subList(0, limit) : page.notices();
        return new InboxView(
                views(region, shown, Language.of(request)),
                Math.min(page.unseen(), Notices.MOST_UNSEEN),
                page.unseen() > Notices.MOST_UNSEEN,
                next(more, shown));
    }

    /// What is not in the caller's inbox is passed over.
    @PostMapping("/seen")
    @Permit(Recipients.READ)
    SeenView see(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @RequestBody @Valid Seen seen,
            Caller caller) {
        return new SeenView(
                notices.see(
                        region,
                        Recipients.inboxes(caller),
                        seen.ids(),
                        caller.account(),
                        clock.instant()));
    }

    private static @Nullable String next(boolean more, List<Notices.Stored> shown) {
        return more ? shown.getLast().notice().id().toString() : null;
    }

    private List<NoticeView> views(String region, List<Notices.Stored> shown, Language language) {
        var ids =
                shown.stream()
                        .map(stored -> stored.notice().unit().orElse(null))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        var units = organisations.names(region, ids);
        return shown.stream().map(stored -> view(stored, units, language)).toList();
    }

    private NoticeView view(Notices.Stored stored, Map<UUID, String> units, Language language) {
        var notice = stored.notice();
        var unit = notice.unit().map(units::get).orElse("");
        var words =
                wording.of(
                        notice.template(),
                        language,
                        notice.number(),
                        notice.title(),
                        unit,
                        notice.word());
        return new NoticeView(
                notice.id(),
                notice.matter(),
                notice.number(),
                notice.template(),
                words.headline(),
                words.text(),
                notice.created().atZone(WorkCalendar.ZONE).toOffsetDateTime(),
                stored.seen());
    }
}
