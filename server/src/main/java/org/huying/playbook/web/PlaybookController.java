package org.huying.playbook.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huying.access.Permit;
import org.huying.playbook.Item;
import org.huying.playbook.compile.CompiledPlaybook;
import org.huying.playbook.store.StoredPlaybooks;
import org.huying.problem.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The playbook in force in a county. Names of items and channels are open: the report form needs them.
@RestController
@RequestMapping("/api/v1/{region}/playbook")
class PlaybookController {

    static final String REGION = "\\d{6}";
    static final String KEY = "[a-z0-9.-]{1,64}";

    private final StoredPlaybooks playbooks;
    private final Clock clock;

    PlaybookController(StoredPlaybooks playbooks, Clock clock) {
        this.playbooks = playbooks;
        this.clock = clock;
    }

    @GetMapping
    @Permit(Permit.OPEN)
    PlaybookViews.Summary summary(@PathVariable @Pattern(regexp = REGION) String region) {
        return PlaybookViews.summary(inForce(region));
    }

    /// What posts, teams, bodies, units and tasks are called, by key.
    @GetMapping("/names")
    @Permit(Permit.SIGNED_IN)
    PlaybookViews.Names names(@PathVariable @Pattern(regexp = REGION) String region) {
        return PlaybookViews.names(inForce(region));
    }

    @GetMapping("/rules")
    @Permit("playbook:playbook:read")
    PlaybookViews.Rules rules(@PathVariable @Pattern(regexp = REGION) String region) {
        return PlaybookViews.rules(inForce(region));
    }

    /// In catalogue order, by keyset: `after` is the key of the last item seen.
    @GetMapping("/items")
    @Permit(Permit.OPEN)
    PlaybookViews.Items items(
            @PathVariable @Pattern(regexp = REGION) String region,
            @RequestParam(defaultValue = "") @Size(max = 50) String q,
            @RequestParam(defaultValue = "false") boolean residents,
            @RequestParam Optional<@Pattern(regexp = KEY) String> without,
            @RequestParam Optional<@Pattern(regexp = KEY) String> after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var page =
                after(inForce(region), after).stream()
                        .filter(item -> matches(item, q))
                        .filter(item -> !residents || item.more().forResidents())
                        .filter(item ->
                                without.isEmpty() || !item.codes().containsKey(without.get()))
                        .limit(limit + 1L)
                        .toList();
        var shown = page.size() > limit ? page.subList(0, limit) : page;
        return new PlaybookViews.Items(
                shown.stream().map(PlaybookViews::item).toList(),
                page.size() > limit ? Optional.of(shown.getLast().key()) : Optional.empty());
    }

    @GetMapping("/items/{key}")
    @Permit(Permit.OPEN)
    PlaybookViews.ItemView item(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String key) {
        return inForce(region)
                .item(key)
                .map(PlaybookViews::item)
                .orElseThrow(
                        () -> Problem.NOT_FOUND.with("没有事项 " + key, "There is no item " + key));
    }

    private CompiledPlaybook inForce(String region) {
        return playbooks.inForce(region, clock.instant());
    }

    private static List<Item> after(CompiledPlaybook playbook, Optional<String> after) {
        var all = List.copyOf(playbook.items());
        if (after.isEmpty()) {
            return all;
        }
        var last =
                playbook.item(after.get())
                        .orElseThrow(() ->
                                Problem.INVALID.with(
                                        "after 不是事项的键", "after is not the key of an item"));
        return all.subList(all.indexOf(last) + 1, all.size());
    }

    private static boolean matches(Item item, String words) {
        var wanted = words.strip().toLowerCase(Locale.ROOT);
        return item.name().zh().toLowerCase(Locale.ROOT).contains(wanted)
                || item.name().en().toLowerCase(Locale.ROOT).contains(wanted)
                || item.key().contains(wanted);
    }
}
