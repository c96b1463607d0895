package org.huying.playbook.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;
import org.huying.access.Permit;
import org.huying.access.Unkeyed;
import org.huying.playbook.compile.CompiledPlaybook;
import org.huying.playbook.source.SourceFile;
import org.huying.playbook.store.Registration;
import org.huying.playbook.store.StoredPlaybooks;
import org.huying.playbook.tree.Diff;
import org.huying.problem.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Playbooks for those who look after them: versions, what changed, and a check before anything is used.
@RestController
@RequestMapping("/api/v1/playbooks")
class PlaybookDeskController {

    private static final String KEY = "[a-z0-9.-]{1,64}";
    private static final int MOST_LINES = 2_000;

    private final StoredPlaybooks playbooks;
    private final Registration registration;

    PlaybookDeskController(StoredPlaybooks playbooks, Registration registration) {
        this.playbooks = playbooks;
        this.registration = registration;
    }

    record Versions(List<PlaybookViews.VersionView> versions) {}

    /// @param complete false when there were more lines than are shown
    record Changes(List<String> lines, boolean complete) {}

    @GetMapping
    @Permit("playbook:playbook:read")
    Versions newest() {
        return new Versions(
                playbooks.versions().stream()
                        .filter(each -> playbooks.newest(each.key()).equals(Optional.of(each)))
                        .map(PlaybookViews::version)
                        .toList());
    }

    @GetMapping("/{key}/versions")
    @Permit("playbook:playbook:read")
    Versions versions(@PathVariable @Pattern(regexp = KEY) String key) {
        var found =
                playbooks.versions().stream()
                        .filter(each -> each.key().equals(key))
                        .map(PlaybookViews::version)
                        .toList();
        if (found.isEmpty()) {
            throw Problem.NOT_FOUND.with("没有工作法 " + key, "There is no playbook " + key);
        }
        return new Versions(found);
    }

    @GetMapping("/{key}/diff")
    @Permit("playbook:playbook:read")
    Changes diff(
            @PathVariable @Pattern(regexp = KEY) String key,
            @RequestParam @Min(1) @Max(1_000_000) int from,
            @RequestParam @Min(1) @Max(1_000_000) int to) {
        var lines = Diff.of(version(key, from).document(), version(key, to).document());
        return new Changes(lines.stream().limit(MOST_LINES).toList(), lines.size() <= MOST_LINES);
    }

    /// Checks a YAML file (UTF-8, at most 1 MB) and answers everything that is wrong with it. Stores nothing.
    @PostMapping(
            value = "/check",
            consumes = {"application/yaml", "text/yaml", "text/plain", "application/octet-stream"})
    @Permit("playbook:playbook:edit")
    @Unkeyed(Unkeyed.HARMLESS)
    PlaybookViews.CheckView check(@RequestBody byte[] body) {
        var loaded = registration.check(new SourceFile("playbook.yaml", YamlBody.text(body)));
        return new PlaybookViews.CheckView(
                loaded.playbook().isPresent(),
                loaded.findings().all().stream().map(PlaybookViews::finding).toList(),
                loaded.playbook().map(CompiledPlaybook::later).orElse(List.of()));
    }

    private CompiledPlaybook version(String key, int number) {
        return playbooks
                .version(key, number)
                .orElseThrow(() ->
                        Problem.NOT_FOUND.with(
                                "没有 " + key + " 的第 " + number + " 版",
                                "There is no version " + number + " of " + key));
    }
}
