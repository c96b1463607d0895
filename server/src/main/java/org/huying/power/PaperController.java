package org.huying.power;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.playbook.Playbooks;
import org.huying.playbook.PowerRules.Paper;
import org.huying.playbook.Text;
import org.huying.problem.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The documents that are drawn up with a use of a power (执法文书): as the playbook has them, filled in as far as the use
/// says, the rest left blank to write in by hand.
@RestController
@RequestMapping("/api/v1/{region}/powers/exercises/{id}/papers")
class PaperController {

    private static final String KEY = "[a-z0-9][a-z0-9.@_-]{0,63}";

    /// @param template an editable sample that no place has published
    record PaperLine(String key, Text name, boolean template) {}

    record PaperList(List<PaperLine> papers) {}

    record PaperView(String key, Text name, boolean template, String text, List<Text> signs) {}

    private final Playbooks playbooks;
    private final Exercises exercises;
    private final PowerViews views;

    PaperController(Playbooks playbooks, Exercises exercises, PowerViews views) {
        this.playbooks = playbooks;
        this.exercises = exercises;
        this.views = views;
    }

    @GetMapping
    @Permit(PowerScope.READ)
    PaperList list(
            @PathVariable @Pattern(regexp = PowerController.REGION) String region,
            @PathVariable UUID id,
            Caller caller) {
        return new PaperList(
                papers(seen(region, id, caller)).stream()
                        .map(it -> new PaperLine(it.key(), it.name(), it.template()))
                        .toList());
    }

    @GetMapping("/{paper}")
    @Permit(PowerScope.READ)
    PaperView show(
            @PathVariable @Pattern(regexp = PowerController.REGION) String region,
            @PathVariable UUID id,
            @PathVariable @Pattern(regexp = KEY) String paper,
            Caller caller) {
        var exercise = seen(region, id, caller);
        var found =
                papers(exercise).stream()
                        .filter(it -> it.key().equals(paper))
                        .findFirst()
                        .orElseThrow(Problem.NOT_FOUND::plain);
        var words = Papers.words(views.of(exercise, caller));
        return new PaperView(
                found.key(),
                found.name(),
                found.template(),
                Papers.filled(found, words),
                found.signs());
    }

    /// As the playbook stood when the power was used.
    private List<Paper> papers(Exercise exercise) {
        var item = exercise.item();
        var rules = playbooks.pinned(item.playbook(), item.playbookVersion()).powers();
        return List.copyOf(rules.papers().values());
    }

    private Exercise seen(String region, UUID id, Caller caller) {
        return Optional.of(id)
                .flatMap(it -> exercises.find(region, it))
                .filter(it -> PowerScope.sees(caller, it))
                .orElseThrow(Problem.NOT_FOUND::plain);
    }
}
