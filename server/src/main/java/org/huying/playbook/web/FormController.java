package org.huying.playbook.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.util.Optional;
import org.huying.access.Permit;
import org.huying.playbook.compile.CompiledPlaybook;
import org.huying.playbook.store.StoredPlaybooks;
import org.huying.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the forms of those who work need of a playbook: reasons to choose from, proof to show, whom one may whistle for.
@RestController
@RequestMapping("/api/v1/{region}/playbook")
class FormController {

    private static final String READ = "playbook:playbook:read";

    /// Which playbook: the one in force in the county, or the version that a matter names.
    record PinQuery(
            @Nullable @Pattern(regexp = PlaybookController.KEY) String key,
            @Nullable @Min(1) @Max(1_000_000) Integer version) {}

    private final StoredPlaybooks playbooks;
    private final Clock clock;

    FormController(StoredPlaybooks playbooks, Clock clock) {
        this.playbooks = playbooks;
        this.clock = clock;
    }

    @GetMapping("/forms")
    @Permit(READ)
    FormViews.Forms forms(
            @PathVariable @Pattern(regexp = PlaybookController.REGION) String region,
            @Valid PinQuery pin) {
        return FormViews.forms(asked(region, pin));
    }

    @GetMapping("/whistle")
    @Permit(READ)
    FormViews.WhistleForm whistle(
            @PathVariable @Pattern(regexp = PlaybookController.REGION) String region,
            @Valid PinQuery pin) {
        return FormViews.whistle(asked(region, pin));
    }

    private CompiledPlaybook asked(String region, PinQuery pin) {
        if (pin.key() == null) {
            return playbooks.inForce(region, clock.instant());
        }
        var key = pin.key();
        return Optional.ofNullable(pin.version())
                .or(() -> playbooks.newest(key).map(it -> it.version()))
                .flatMap(version -> playbooks.version(key, version))
                .filter(it -> PlaybookEditController.serves(it, region))
                .orElseThrow(Problem.NOT_FOUND::plain);
    }
}
