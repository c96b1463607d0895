package org.huying.muster;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unversioned;
import org.huying.muster.Muster.Answer;
import org.huying.muster.Muster.Called;
import org.huying.muster.MusterViews.CalledView;
import org.huying.muster.MusterViews.MusterView;
import org.huying.problem.Problem;
import org.huying.problem.Seen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// One muster: how many answered what, who was called, answers, and its end.
@RestController
@RequestMapping("/api/v1/{region}/musters/{id}")
class OneMusterController {

    private static final UUID FIRST = new UUID(0, 0);

    /// @param person for whom; the caller himself where it is missing
    record AnswerRequest(
            @NotNull Answer answer,
            @Nullable UUID person,
            @Nullable @Size(max = 500) String words) {}

    record EndMusterRequest(@NotBlank @Size(max = 500) String words) {}

    /// @param next pass it as `after` for the next page; absent on the last
    record CalledPage(List<CalledView> calls, @Nullable UUID next) {}

    private final Calls calls;
    private final MusterDesk desk;
    private final MusterViews views;

    OneMusterController(Calls calls, MusterDesk desk, MusterViews views) {
        this.calls = calls;
        this.desk = desk;
        this.views = views;
    }

    @GetMapping
    @Permit(MusterScope.READ)
    ResponseEntity<MusterView> show(
            @PathVariable @Pattern(regexp = MusterController.REGION) String region,
            @PathVariable UUID id,
            Caller caller) {
        var found = seen(region, id, caller);
        return shown(found.muster(), found.mine(), caller);
    }

    /// Everybody who was called, for those who see the area; the team for whoever leads it; the caller himself else.
    ///
    /// @param answer only those who said so last, or `WAITING` for those who have not answered
    @GetMapping("/calls")
    @Permit(MusterScope.READ)
    CalledPage called(
            @PathVariable @Pattern(regexp = MusterController.REGION) String region,
            @PathVariable UUID id,
            @RequestParam(required = false)
                    @Nullable
                    @Pattern(regexp = "COMING|UNABLE|ARRIVED|WAITING")
                    String answer,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
            Caller caller) {
        var found = seen(region, id, caller);
        boolean all = MusterScope.reaches(caller, MusterScope.READ, found.muster().area());
        if (!all && found.mine().filter(Called::lead).isEmpty()) {
            return new CalledPage(found.mine().map(CalledView::of).stream().toList(), null);
        }
        var page =
                calls.page(
                        found.muster(),
                        all ? Optional.empty() : found.mine().map(Called::team),
                        Optional.ofNullable(answer),
                        after == null ? FIRST : after,
                        limit + 1);
        boolean more = page.size() > limit;
        var shown = more ? page.subList(0, limit) : page;
        return new CalledPage(
                shown.stream().map(CalledView::of).toList(),
                more ? shown.getLast().person() : null);
    }

    /// Whoever was called answers, or reports in; who leads the team or sits at the desk may answer for somebody.
    @PostMapping("/answer")
    @Permit(MusterScope.ANSWER)
    @Unversioned(Unversioned.ADDS)
    CalledView answer(
            @PathVariable @Pattern(regexp = MusterController.REGION) String region,
            @PathVariable UUID id,
            @RequestBody @Valid AnswerRequest body,
            Caller caller) {
        var found = seen(region, id, caller);
        var person = body.person() == null ? caller.account() : body.person();
        var whom = calls.find(region, id, person).orElseThrow(OneMusterController::notCalled);
        if (!MusterScope.answers(caller, found.muster(), whom, found.mine())) {
            throw Problem.FORBIDDEN.plain();
        }
        var words = body.words() == null ? "" : body.words().strip();
        return CalledView.of(desk.answer(found.muster(), whom, body.answer(), words, caller));
    }

    @PostMapping("/end")
    @Permit(MusterScope.CALL)
    ResponseEntity<MusterView> end(
            @PathVariable @Pattern(regexp = MusterController.REGION) String region,
            @PathVariable UUID id,
            Seen seen,
            @RequestBody @Valid EndMusterRequest body,
            Caller caller) {
        var found = seen(region, id, caller);
        if (!MusterScope.reaches(caller, MusterScope.CALL, found.muster().area())) {
            throw Problem.FORBIDDEN.plain();
        }
        seen.at(found.muster().version());
        return shown(desk.end(found.muster(), body.words().strip(), caller), found.mine(), caller);
    }

    private record Found(Muster muster, Optional<Called> mine) {}

    private Found seen(String region, UUID id, Caller caller) {
        var muster = desk.find(region, id).orElseThrow(Problem.NOT_FOUND::plain);
        var mine = calls.find(region, id, caller.account());
        if (mine.isEmpty() && !MusterScope.reaches(caller, MusterScope.READ, muster.area())) {
            throw Problem.NOT_FOUND.plain();
        }
        return new Found(muster, mine);
    }

    private ResponseEntity<MusterView> shown(Muster muster, Optional<Called> mine, Caller caller) {
        return Seen.tagged(muster.version(), views.of(muster, mine, caller));
    }

    private static RuntimeException notCalled() {
        return Problem.REFUSED
                .with("此人没有被集结", "This person was not called")
                .and("reason", "NOT_CALLED");
    }
}
