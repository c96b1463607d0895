package org.huying.gateway.partner;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unversioned;
import org.huying.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The daily reconciliation with a partner: how many each side names, what differs, and what is done about it.
@RestController
@RequestMapping("/api/v1/{region}/partners/{partner}/days")
class ReckoningController {

    private static final String EDIT = PartnerController.EDIT;
    private static final String REGION = PartnerController.REGION;
    private static final String KEY = PartnerController.KEY;
    private static final LocalDate LAST = LocalDate.of(9999, 1, 1);

    /// @param theirs orders they say they sent; `ours` those we have
    /// @param sent results we delivered; `received` those they say they have
    /// @param open differences about which nothing was done yet
    /// @param error why they could not be asked
    record DayView(
            LocalDate day,
            OffsetDateTime madeAt,
            int theirs,
            int ours,
            int sent,
            int received,
            int open,
            @Nullable String error) {}

    record DayList(List<DayView> items, @Nullable LocalDate next) {}

    /// @param kind `order-missing-here`, `order-unknown-there`, `result-missing-there` or `result-unknown-here`
    /// @param repair `fetched` or `resent`
    record DifferenceView(String kind, String number, @Nullable String repair) {}

    /// @param next `kind` and `number` after which the next page begins
    record DifferencePage(List<DifferenceView> items, @Nullable DifferenceView next) {}

    record Repaired(int count) {}

    private final PartnerDesk desk;
    private final Reconciling reconciling;
    private final Reckonings reckonings;

    ReckoningController(PartnerDesk desk, Reconciling reconciling, Reckonings reckonings) {
        this.desk = desk;
        this.reconciling = reconciling;
        this.reckonings = reckonings;
    }

    /// The latest day first.
    @GetMapping
    @Permit(value = EDIT, whole = true)
    DayList days(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String partner,
            @RequestParam Optional<LocalDate> before,
            @RequestParam(defaultValue = "31") @Min(1) @Max(366) int limit) {
        var days = reckonings.days(desk.found(region, partner), before.orElse(LAST), limit + 1);
        boolean more = days.size() > limit;
        var shown = more ? days.subList(0, limit) : days;
        return new DayList(
                shown.stream().map(ReckoningController::view).toList(),
                more ? shown.getLast().day() : null);
    }

    /// Asks the partner about a day and compares; in place of what was found before.
    @PostMapping("/compare")
    @Permit(value = EDIT, whole = true)
    @Unversioned(Unversioned.STANDS)
    DayView compareDay(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String partner,
            @RequestParam LocalDate day,
            Caller caller) {
        var found = reconciled(region, partner);
        reconciling.compare(found, day);
        desk.acted(found, "compare", day.toString(), caller);
        return reckonings.days(found, day.plusDays(1), 1).stream()
                .findFirst()
                .map(ReckoningController::view)
                .orElseThrow(Problem.NOT_FOUND::plain);
    }

    /// Fetches orders again that are missing here, and sends results again that are missing there.
    @PostMapping("/repair")
    @Permit(value = EDIT, whole = true)
    @Unversioned(Unversioned.WAITS)
    Repaired repairDay(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String partner,
            @RequestParam LocalDate day,
            Caller caller) {
        var found = reconciled(region, partner);
        int count = reconciling.repair(found, day);
        desk.acted(found, "repair", day.toString(), caller);
        return new Repaired(count);
    }

    @GetMapping("/differences")
    @Permit(value = EDIT, whole = true)
    DifferencePage differences(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String partner,
            @RequestParam LocalDate day,
            @RequestParam(defaultValue = "") @Size(max = 40) String kind,
            @RequestParam(defaultValue = "") @Size(max = 64) String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        var lines =
                reckonings.lines(desk.found(region, partner), day, kind, after, limit + 1).stream()
                        .map(it ->
                                new DifferenceView(
                                        it.kind(), it.number(), it.repair().orElse(null)))
                        .toList();
        boolean more = lines.size() > limit;
        var shown = more ? lines.subList(0, limit) : lines;
        return new DifferencePage(List.copyOf(shown), more ? shown.getLast() : null);
    }

    private Partner reconciled(String region, String key) {
        var found = desk.found(region, key);
        if (found.mapping().day().isEmpty()) {
            throw Problem.CONFLICT.with(
                    "这个对接方的文件没有写对账（day）", "The file of this partner has no `day`");
        }
        return found;
    }

    private static DayView view(Reckonings.Day it) {
        return new DayView(
                it.day(),
                PartnerController.local(it.made()),
                it.theirs(),
                it.ours(),
                it.sent(),
                it.received(),
                it.open(),
                it.error().orElse(null));
    }
}
