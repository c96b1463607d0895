package org.huying.matter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.RequestKey;
import org.huying.calendar.WorkCalendar;
import org.huying.database.Ids;
import org.huying.matter.RecountRows.Asked;
import org.huying.matter.RecountRows.Cause;
import org.huying.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Recounting the open deadlines of a county, of matters and whatever else is counted in working time: by itself after its days have changed, and once more when
/// somebody orders it.
@RestController
@RequestMapping("/api/v1/{region}/matters/recount")
class RecountController {

    private static final String RECOUNT = "matter:matter:recount";
    private static final String COUNTY = "\\d{6}";

    private static final int LAST = 20;

    private final RecountRows rows;
    private final Recounts recounts;
    private final MatterDesk desk;
    private final Audit audit;
    private final TransactionTemplate transaction;

    RecountController(
            RecountRows rows,
            Recounts recounts,
            MatterDesk desk,
            Audit audit,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.recounts = recounts;
        this.desk = desk;
        this.audit = audit;
        this.transaction = transaction;
    }

    /// Why the deadlines are recounted.
    record RecountRequest(@NotBlank @Size(max = 500) String why) {}

    /// How far a recount has come.
    ///
    /// @param cause `DAYS` when it began by itself because days were entered, corrected or taken back
    /// @param looked how many of any kind were looked at, of which so many have `moved` and so many `failed`: could not
    /// be counted
    /// @param parts the same of each kind, as far as it has come
    /// @param done when it ended; absent while it waits or runs
    /// @param joined the younger recount that counts in its place
    record RecountView(
            UUID id,
            Cause cause,
            String why,
            OffsetDateTime asked,
            int looked,
            int moved,
            int failed,
            List<RecountPart> parts,
            @Nullable OffsetDateTime done,
            @Nullable UUID joined) {

        static RecountView of(RecountRows.Recount recount) {
            return new RecountView(
                    recount.id().value(),
                    recount.cause(),
                    recount.why(),
                    time(recount.asked()),
                    recount.looked(),
                    recount.moved(),
                    recount.failed(),
                    recount.parts().entrySet().stream()
                            .map(it -> RecountPart.of(it.getKey(), it.getValue()))
                            .toList(),
                    recount.done().map(RecountView::time).orElse(null),
                    recount.joined().orElse(null));
        }

        private static OffsetDateTime time(Instant at) {
            return at.atZone(WorkCalendar.ZONE).toOffsetDateTime();
        }
    }

    /// What became of one kind.
    ///
    /// @param kind `matter`, `power`, `task` or `whistle`
    record RecountPart(String kind, int looked, int moved, int failed) {

        static RecountPart of(String kind, RecountRows.Tally tally) {
            return new RecountPart(kind, tally.looked(), tally.moved(), tally.failed());
        }
    }

    /// The last recounts of a county, the youngest first.
    record RecountsView(List<RecountView> recounts) {}

    /// Begins in the background, once every server counts by the new days, so that nothing is counted by the old ones
    /// behind it; the same key sent again answers with the recount it began.
    @PostMapping
    @Permit(value = RECOUNT, whole = true)
    @ResponseStatus(HttpStatus.ACCEPTED)
    RecountView recount(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestHeader(RequestKey.HEADER) String key,
            @RequestBody @Valid RecountRequest body,
            Caller caller) {
        var once = RequestKey.of(caller, key).orElseThrow();
        return transaction.execute(_ -> {
            var id = new MatterId(region, Ids.next());
            var why = body.why().strip();
            if (recounts.begin(
                    new Asked(id, once, Cause.ORDER, why, caller.account(), desk.now()))) {
                audit.acted(
                        caller, region, "matter.recount", id.value().toString(), Optional.of(why));
            }
            return rows.byKey(region, once)
                    .map(RecountView::of)
                    .orElseThrow(Problem.NOT_FOUND::plain);
        });
    }

    /// What has been recounted of late, whoever or whatever asked for it.
    @GetMapping
    @Permit(value = RECOUNT, whole = true)
    RecountsView recent(@PathVariable @Pattern(regexp = COUNTY) String region) {
        return new RecountsView(rows.last(region, LAST).stream().map(RecountView::of).toList());
    }

    @GetMapping("/{id}")
    @Permit(value = RECOUNT, whole = true)
    RecountView progress(
            @PathVariable @Pattern(regexp = COUNTY) String region, @PathVariable UUID id) {
        return rows.find(new MatterId(region, id))
                .map(RecountView::of)
                .orElseThrow(Problem.NOT_FOUND::plain);
    }
}
