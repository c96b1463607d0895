package org.huying.insight.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unversioned;
import org.huying.calendar.WorkCalendar;
import org.huying.insight.burst.Bursts;
import org.huying.problem.Language;
import org.huying.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Alerts of bursts, for the desk of the area and those above it.
@RestController
@RequestMapping("/api/v1/{region}/bursts")
class BurstController {

    static final String READ = "insight:burst:read";
    private static final String ANSWER = "insight:burst:answer";

    private final Bursts bursts;
    private final Naming naming;
    private final Audit audit;
    private final Clock clock;

    BurstController(Bursts bursts, Naming naming, Audit audit, Clock clock) {
        this.bursts = bursts;
        this.naming = naming;
        this.audit = audit;
        this.clock = clock;
    }

    /// What was found or is done about it.
    record AnswerRequest(@Nullable @Size(max = 500) String note) {}

    @GetMapping
    @Permit(READ)
    BurstPage list(
            @PathVariable @Pattern(regexp = Codes.REGION) String region,
            @RequestParam @Nullable @Pattern(regexp = "OPEN|ACKNOWLEDGED|CLOSED") String state,
            @Valid PageQuery page,
            Caller caller,
            HttpServletRequest request) {
        var place = Cursor.BURST.place(page.after());
        var alerts =
                bursts.page(
                        region,
                        Visible.cuts(caller, READ, region),
                        Optional.ofNullable(state),
                        place,
                        page.lines() + 1);
        boolean more = alerts.size() > page.lines();
        var shown = more ? alerts.subList(0, page.lines()) : alerts;
        return new BurstPage(
                shown.stream().map(it -> view(it, Language.of(request))).toList(),
                more ? Cursor.BURST.at(shown.getLast().firstAt(), shown.getLast().id(), 0) : null);
    }

    @PostMapping("/{id}/acknowledge")
    @Unversioned(Unversioned.WAITS)
    @Permit(ANSWER)
    BurstPage.BurstView acknowledge(
            @PathVariable @Pattern(regexp = Codes.REGION) String region,
            @PathVariable UUID id,
            @RequestBody @Valid AnswerRequest body,
            Caller caller,
            HttpServletRequest request) {
        return view(answer(region, id, "ACKNOWLEDGED", body, caller), Language.of(request));
    }

    @PostMapping("/{id}/close")
    @Unversioned(Unversioned.WAITS)
    @Permit(ANSWER)
    BurstPage.BurstView close(
            @PathVariable @Pattern(regexp = Codes.REGION) String region,
            @PathVariable UUID id,
            @RequestBody @Valid AnswerRequest body,
            Caller caller,
            HttpServletRequest request) {
        return view(answer(region, id, "CLOSED", body, caller), Language.of(request));
    }

    private Bursts.Alert answer(
            String region, UUID id, String state, AnswerRequest body, Caller caller) {
        var note = body.note() == null ? "" : body.note().strip();
        var answer = new Bursts.Answer(state, caller.account(), clock.instant(), note);
        var alert =
                bursts.answer(region, Visible.cuts(caller, ANSWER, region), id, answer)
                        .orElseThrow(Problem.NOT_FOUND::plain);
        audit.acted(caller, region, "insight.burst." + state, id.toString(), Optional.of(note));
        return alert;
    }

    BurstPage.BurstView view(Bursts.Alert alert, Language language) {
        return new BurstPage.BurstView(
                alert.id(),
                alert.item(),
                naming.itemName(alert.area(), alert.item(), language),
                alert.area(),
                naming.areaName(alert.area(), alert.firstAt(), clock.instant()),
                time(alert.start()),
                time(alert.end()),
                alert.count(),
                time(alert.firstAt()),
                time(alert.lastAt()),
                alert.state(),
                Optional.ofNullable(alert.changedAt()).map(BurstController::time).orElse(null),
                alert.note());
    }

    private static OffsetDateTime time(Instant at) {
        return at.atZone(WorkCalendar.ZONE).toOffsetDateTime();
    }
}
