package org.huying.front;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huying.access.Permit;
import org.huying.playbook.Item;
import org.huying.playbook.Playbooks;
import org.huying.playbook.Text;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the front page needs to know before anything else.
@RestController
@RequestMapping("/api/v1/welcome")
class WelcomeController {

    /// @param region the county, absent when this installation serves several
    /// @param items what residents ask for most, for the report form
    /// @param guide only in a demo
    record Welcome(
            @Nullable String region,
            List<String> names,
            Sizes sizes,
            List<Named> streets,
            List<Choice> items,
            List<Choice> answers,
            @Nullable Guide guide) {}

    record Sizes(int streets, int communities, int grids, int microGrids) {}

    record Named(String code, String name) {}

    record Choice(String key, String zh, String en, String group) {}

    private final Place place;
    private final Territory territory;
    private final Playbooks playbooks;
    private final Clock clock;

    WelcomeController(Place place, Territory territory, Playbooks playbooks, Clock clock) {
        this.place = place;
        this.territory = territory;
        this.playbooks = playbooks;
        this.clock = clock;
    }

    @GetMapping
    @Permit(Permit.OPEN)
    Welcome welcome() {
        var region = place.region();
        if (region.isEmpty()) {
            return new Welcome(
                    null, List.of(), new Sizes(0, 0, 0, 0), List.of(), List.of(), List.of(), null);
        }
        var now = clock.instant();
        var code = TerritoryCode.of(region.get());
        var streets = territory.children(code, now);
        return new Welcome(
                region.get(),
                names(code),
                sizes(streets),
                streets.stream().map(it -> new Named(it.code().value(), it.name())).toList(),
                items(region.get()),
                answers(region.get()),
                place.guide().orElse(null));
    }

    /// Of the county, and of towns with a playbook of their own; each key once.
    private List<Choice> items(String region) {
        var items = new LinkedHashMap<String, Choice>();
        playbooks.within(region, clock.instant()).stream()
                .flatMap(it -> it.items().stream())
                .filter(it -> it.more().forResidents())
                .forEach(it -> items.putIfAbsent(it.key(), choice(it)));
        return List.copyOf(items.values());
    }

    private List<Choice> answers(String region) {
        var answers = new LinkedHashMap<String, Choice>();
        playbooks
                .within(region, clock.instant())
                .forEach(playbook ->
                        playbook.matter()
                                .ratingAnswers()
                                .forEach((key, answer) ->
                                        answers.putIfAbsent(key, choice(key, answer.name(), ""))));
        return List.copyOf(answers.values());
    }

    /// From the province down.
    private List<String> names(TerritoryCode county) {
        var now = clock.instant();
        return Stream.of(Level.PROVINCE, Level.CITY, Level.COUNTY)
                .flatMap(it -> territory.node(county.at(it), now).stream())
                .map(Node::name)
                .distinct()
                .toList();
    }

    private Sizes sizes(List<Node> streets) {
        var now = clock.instant();
        var communities =
                streets.stream()
                        .flatMap(it -> territory.children(it.code(), now).stream())
                        .toList();
        var grids =
                communities.stream()
                        .flatMap(it -> territory.children(it.code(), now).stream())
                        .filter(it -> it.kind() == Kind.GRID || it.kind() == Kind.EXCLUSIVE_GRID)
                        .toList();
        long micro =
                grids.stream()
                        .flatMap(it -> territory.children(it.code(), now).stream())
                        .filter(it -> it.kind() == Kind.MICRO_GRID)
                        .count();
        return new Sizes(streets.size(), communities.size(), grids.size(), (int) micro);
    }

    private static Choice choice(Item item) {
        return choice(item.key(), item.name(), item.itemClass());
    }

    private static Choice choice(String key, Text name, String group) {
        return new Choice(
                key,
                name.zh(),
                Optional.of(name.en()).filter(it -> !it.isBlank()).orElse(name.zh()),
                group);
    }
}
