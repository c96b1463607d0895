package org.huying.playbook.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.playbook.compile.CompiledPlaybook;
import org.huying.playbook.store.Editing;
import org.huying.playbook.store.Registration;
import org.huying.playbook.store.StoredPlaybooks;
import org.huying.playbook.tree.TreeJson;
import org.huying.problem.Problem;
import org.huying.problem.Seen;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// The playbook of a county, whole and with where each value comes from, and its next version.
@RestController
@RequestMapping("/api/v1/{region}/playbooks/{key}")
class PlaybookEditController {
    private static final String COUNTY = "\\d{6}";
    private static final String KEY = "[a-z0-9.-]{1,64}";
    private static final String NATION = "00";

    private final StoredPlaybooks playbooks;
    private final Registration registration;
    private final Editing editing;

    PlaybookEditController(StoredPlaybooks playbooks, Registration registration, Editing editing) {
        this.playbooks = playbooks;
        this.registration = registration;
        this.editing = editing;
    }

    /// @param text the file as it was written, of a version that was edited here
    /// @param document the whole playbook with all that it extends and imports
    /// @param origins JSON pointer of each value to `file:line:column`
    record Whole(
            String key,
            int version,
            String place,
            Optional<String> text,
            JsonNode document,
            Map<String, String> origins) {}

    /// @param changed false when it says the same as the version before
    record Edited(
            String key,
            int version,
            boolean changed,
            Instant effectiveFrom,
            List<PlaybookViews.FindingView> findings) {}

    /// The newest version, or another; `ETag` is the number of the newest, which a change names.
    @GetMapping
    @Permit("playbook:playbook:read")
    ResponseEntity<Whole> whole(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @PathVariable @Pattern(regexp = KEY) String key,
            @RequestParam Optional<@Min(1) @Max(1_000_000) Integer> version) {
        int newest = editing.version(key);
        var found =
                playbooks
                        .version(key, version.orElse(newest))
                        .filter(it -> serves(it, region))
                        .orElseThrow(Problem.NOT_FOUND::plain);
        return Seen.tagged(
                newest,
                new Whole(
                        key,
                        found.version(),
                        found.place().value(),
                        registration.text(key, found.version()),
                        TreeJson.json(found.document()),
                        TreeJson.origins(found.document())));
    }

    /// Takes a YAML file (UTF-8, at most 1 MB) as the next version, in force from `from`, now if it is missing. A file
    /// with mistakes changes nothing; the problem lists all of them with line and column.
    @PutMapping(consumes = {"application/yaml", "text/yaml", "text/plain"})
    @Permit(value = "playbook:playbook:edit", whole = true)
    ResponseEntity<Edited> put(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @PathVariable @Pattern(regexp = KEY) String key,
            @RequestParam Optional<OffsetDateTime> from,
            @RequestBody byte[] body,
            Seen seen,
            Caller caller) {
        var draft = new Editing.Draft(region, key, YamlBody.text(body));
        var outcome = editing.put(caller, draft, from.map(OffsetDateTime::toInstant), seen);
        var findings = outcome.findings().all().stream().map(PlaybookViews::finding).toList();
        var done =
                outcome.playbook()
                        .orElseThrow(() ->
                                Problem.INVALID
                                        .with(
                                                "工作法里有错误，没有采用",
                                                "The playbook has mistakes and was not taken")
                                        .and("findings", findings));
        return Seen.tagged(
                done.version(),
                new Edited(
                        key,
                        done.version(),
                        outcome.changed(),
                        outcome.effectiveFrom().orElse(Instant.EPOCH),
                        findings));
    }

    static boolean serves(CompiledPlaybook playbook, String region) {
        var place = playbook.place().value();
        return place.equals(NATION) || place.startsWith(region) || region.startsWith(place);
    }
}
