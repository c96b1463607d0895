package org.huying.power;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.playbook.Playbooks;
import org.huying.playbook.PowerRules.Power;
import org.huying.playbook.Text;
import org.huying.power.PowerViews.ExerciseView;
import org.huying.power.PowerViews.NamedPower;
import org.huying.power.PowerViews.PowerItem;
import org.huying.power.PowerViews.PowerListView;
import org.huying.problem.Problem;
import org.huying.problem.Seen;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The list of powers, and where they are used.
@RestController
@RequestMapping("/api/v1/{region}/powers")
class PowerController {

    static final String REGION = "[0-9]{6}";
    private static final String CODE = "[0-9]{6}|[0-9]{9}|[0-9]{12}|[0-9]{15}|[0-9]{18}";
    private static final String KEY = "[a-z0-9][a-z0-9.@_-]{0,63}";
    static final UUID NEWEST = new UUID(-1, -1);

    /// @param next pass it as `before` for the next page; absent on the last
    record ExercisePage(List<ExerciseView> exercises, @Nullable UUID next) {}

    /// A power is used at a place towards a department; without one, towards the first that the list names.
    ///
    /// @param matter the matter it arose from, `whistle` the whistle
    record UsePowerRequest(
            @NotBlank @Pattern(regexp = KEY) String item,
            @NotBlank @Pattern(regexp = CODE) String area,
            @Nullable UUID department,
            @NotBlank @Size(max = 80) String title,
            @NotBlank @Size(max = 4000) String text,
            @Nullable UUID matter,
            @Nullable UUID whistle) {}

    private final Playbooks playbooks;
    private final Using using;
    private final Exercises exercises;
    private final PowerViews views;
    private final PowerDesk desk;

    PowerController(
            Playbooks playbooks,
            Using using,
            Exercises exercises,
            PowerViews views,
            PowerDesk desk) {
        this.playbooks = playbooks;
        this.using = using;
        this.exercises = exercises;
        this.views = views;
        this.desk = desk;
    }

    /// @param area the place whose list it is; the county where it is missing
    @GetMapping
    @Permit(PowerScope.READ)
    PowerListView list(
            @PathVariable @Pattern(regexp = REGION) String region,
            @RequestParam(required = false) @Nullable @Pattern(regexp = CODE) String area) {
        var place =
                Optional.ofNullable(area)
                        .filter(it -> it.startsWith(region))
                        .map(TerritoryCode::of)
                        .orElseGet(() -> TerritoryCode.of(region));
        var playbook = playbooks.current(place, desk.now());
        var rules = playbook.powers();
        return new PowerListView(
                playbook.key(),
                playbook.version(),
                named(rules.rights()),
                named(rules.classes()),
                rules.items().values().stream().map(PowerController::item).toList());
    }

    @PostMapping("/exercises")
    @Permit(PowerScope.USE)
    ResponseEntity<ExerciseView> use(
            @PathVariable @Pattern(regexp = REGION) String region,
            @RequestBody @Valid UsePowerRequest body,
            Caller caller) {
        var exercise = using.use(region, body, caller);
        var at = "/api/v1/" + region + "/powers/exercises/" + exercise.id();
        return ResponseEntity.created(URI.create(at))
                .header(HttpHeaders.ETAG, Seen.tag(1))
                .body(views.of(exercise, caller));
    }

    /// What the caller's places used and what his departments must answer, newest first.
    ///
    /// @param state one of the states; all where it is missing
    @GetMapping("/exercises")
    @Permit(PowerScope.READ)
    ExercisePage exercises(
            @PathVariable @Pattern(regexp = REGION) String region,
            @RequestParam(required = false) @Nullable ExerciseState state,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(defaultValue = "20") @Min(1) @Max(200) int limit,
            Caller caller) {
        var filter = PowerScope.filter(caller, region, Optional.ofNullable(state).map(Enum::name));
        var found = exercises.list(region, filter, before == null ? NEWEST : before, limit + 1);
        boolean more = found.size() > limit;
        var shown = more ? found.subList(0, limit) : found;
        return new ExercisePage(
                shown.stream().map(it -> views.of(it, caller)).toList(),
                more ? shown.getLast().id() : null);
    }

    @GetMapping("/exercises/{id}")
    @Permit(PowerScope.READ)
    ResponseEntity<ExerciseView> show(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable UUID id,
            Caller caller) {
        var exercise =
                exercises
                        .find(region, id)
                        .filter(it -> PowerScope.sees(caller, it))
                        .orElseThrow(Problem.NOT_FOUND::plain);
        return Seen.tagged(exercise.words().size() + 1L, views.of(exercise, caller));
    }

    private static PowerItem item(Power power) {
        return new PowerItem(
                power.key(),
                power.name(),
                power.powerClass(),
                power.right().orElse(null),
                power.by(),
                power.departments(),
                power.basis(),
                power.template());
    }

    private static List<NamedPower> named(Map<String, Text> names) {
        return names.entrySet().stream()
                .map(it -> new NamedPower(it.getKey(), it.getValue()))
                .toList();
    }
}
