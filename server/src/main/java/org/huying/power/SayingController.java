package org.huying.power;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import java.util.function.Predicate;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.power.Exercise.Act;
import org.huying.power.PowerViews.ExerciseView;
import org.huying.problem.Problem;
import org.huying.problem.Seen;
import org.huying.territory.TerritoryCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What is said to a use of a power: the department objects or answers, the street responds, the county decides. `If-Match`
/// names the version the caller saw.
@RestController
@RequestMapping("/api/v1/{region}/powers/exercises/{id}")
class SayingController {

    record PowerWordRequest(@NotBlank @Size(max = 2000) String text) {}

    /// @param agreed whether the objection is right
    record PowerDecisionRequest(@NotNull Boolean agreed, @NotBlank @Size(max = 2000) String text) {}

    private final Exercises exercises;
    private final PowerDesk desk;
    private final PowerViews views;

    SayingController(Exercises exercises, PowerDesk desk, PowerViews views) {
        this.exercises = exercises;
        this.desk = desk;
        this.views = views;
    }

    @PostMapping("/object")
    @Permit(PowerScope.ANSWER)
    ResponseEntity<ExerciseView> object(
            @PathVariable @Pattern(regexp = PowerController.REGION) String region,
            @PathVariable UUID id,
            Seen seen,
            @RequestBody @Valid PowerWordRequest body,
            Caller caller) {
        var exercise = seen(region, id, seen, caller, it -> PowerScope.answers(caller, it));
        return said(desk.say(exercise, Act.OBJECT, false, body.text().strip(), caller), caller);
    }

    @PostMapping("/answer")
    @Permit(PowerScope.ANSWER)
    ResponseEntity<ExerciseView> answer(
            @PathVariable @Pattern(regexp = PowerController.REGION) String region,
            @PathVariable UUID id,
            Seen seen,
            @RequestBody @Valid PowerWordRequest body,
            Caller caller) {
        var exercise = seen(region, id, seen, caller, it -> PowerScope.answers(caller, it));
        return said(desk.say(exercise, Act.ANSWER, false, body.text().strip(), caller), caller);
    }

    /// By the desk that used it: it takes it back, or stands by it and the county decides.
    @PostMapping("/respond")
    @Permit(PowerScope.USE)
    ResponseEntity<ExerciseView> respond(
            @PathVariable @Pattern(regexp = PowerController.REGION) String region,
            @PathVariable UUID id,
            Seen seen,
            @RequestBody @Valid PowerDecisionRequest body,
            Caller caller) {
        var exercise =
                seen(
                        region,
                        id,
                        seen,
                        caller,
                        it -> PowerScope.sitsAt(caller, TerritoryCode.of(it.node())));
        return said(
                desk.say(exercise, Act.RESPOND, body.agreed(), body.text().strip(), caller),
                caller);
    }

    @PostMapping("/rule")
    @Permit(PowerScope.DECIDE)
    ResponseEntity<ExerciseView> rule(
            @PathVariable @Pattern(regexp = PowerController.REGION) String region,
            @PathVariable UUID id,
            Seen seen,
            @RequestBody @Valid PowerDecisionRequest body,
            Caller caller) {
        var exercise = seen(region, id, seen, caller, it -> PowerScope.decides(caller, it));
        return said(
                desk.say(exercise, Act.RULE, body.agreed(), body.text().strip(), caller), caller);
    }

    /// The use, if this caller sees it and it is his turn to speak for that side.
    private Exercise seen(
            String region, UUID id, Seen seen, Caller caller, Predicate<Exercise> entitled) {
        var exercise =
                exercises
                        .find(region, id)
                        .filter(it -> PowerScope.sees(caller, it))
                        .orElseThrow(Problem.NOT_FOUND::plain);
        if (!entitled.test(exercise)) {
            throw Problem.FORBIDDEN.plain();
        }
        seen.at(exercise.words().size() + 1L);
        return exercise;
    }

    private ResponseEntity<ExerciseView> said(Exercise exercise, Caller caller) {
        return Seen.tagged(exercise.words().size() + 1L, views.of(exercise, caller));
    }
}
