package org.huying.matter;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SystemClock;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.RequestKey;
import org.huying.calendar.WorkCalendar;
import org.huying.database.Ids;
import org.huying.database.Snapshots;
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

/// Recounting the deadlines of a county's open matters after its days or limits have changed.
@RestController
@RequestMapping("/api/v1/{region}/matters/recount")
class RecountController {

    private static final String RECOUNT = "matter:matter:recount";
    private static final String COUNTY = "\\d{6}";

    private final RecountRows recounts;
    private final SchedulerClient scheduler;
    private final OneTimeTask<Void> task;
    private final MatterDesk desk;
    private final Audit audit;
    private final TransactionTemplate transaction;

    RecountController(
            RecountRows recounts,
            SchedulerClient scheduler,
            OneTimeTask<Void> matterRecount,
            MatterDesk desk,
            Audit audit,
            TransactionTemplate transaction) {
        this.recounts = recounts;
        this.scheduler = scheduler;
        this.task = matterRecount;
        this.desk = desk;
        this.audit = audit;
        this.transaction = transaction;
    }

    /// Why the deadlines are recounted.
    record RecountRequest(@NotBlank @Size(max = 500) String why) {}

    /// How far a recount has come.
    ///
    /// @param moved matters whose deadlines have moved
    /// @param failed matters that could not be counted
    /// @param done when it ended; absent while it runs
    record RecountView(
            UUID id,
            String why,
            OffsetDateTime asked,
            int looked,
            int moved,
            int failed,
            @Nullable OffsetDateTime done) {

        static RecountView of(RecountRows.Recount recount) {
            return new RecountView(
                    recount.id().value(),
                    recount.why(),
                    time(recount.asked()),
                    recount.looked(),
                    recount.moved(),
                    recount.failed(),
                    recount.done().map(RecountView::time).orElse(null));
        }

        private static OffsetDateTime time(Instant at) {
            return at.atZone(WorkCalendar.ZONE).toOffsetDateTime();
        }
    }

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
            if (recounts.add(id, once, why, caller.account(), desk.now())) {
                var begin = new SystemClock().now().plus(Snapshots.SPREAD);
                scheduler.scheduleIfNotExists(task.instance(RecountRun.instance(id)), begin);
                audit.acted(
                        caller, region, "matter.recount", id.value().toString(), Optional.of(why));
            }
            return recounts.byKey(region, once)
                    .map(RecountView::of)
                    .orElseThrow(Problem.NOT_FOUND::plain);
        });
    }

    @GetMapping("/{id}")
    @Permit(value = RECOUNT, whole = true)
    RecountView progress(
            @PathVariable @Pattern(regexp = COUNTY) String region, @PathVariable UUID id) {
        return recounts.find(new MatterId(region, id))
                .map(RecountView::of)
                .orElseThrow(Problem.NOT_FOUND::plain);
    }
}
