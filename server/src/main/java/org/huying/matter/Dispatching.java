package org.huying.matter;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.org.Duties;
import org.huying.org.DutyQuestion;
import org.huying.org.Organisations;
import org.huying.org.Responsible;
import org.huying.playbook.DispatchRule;
import org.huying.playbook.DispatchTarget;
import org.huying.playbook.Facts;
import org.huying.playbook.Item;
import org.huying.playbook.Playbook;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// Who gets this request: the first dispatch rule of the playbook that holds and that leads to somebody. The person
/// behind a post or a duty list is found by `org.huying.org.DutyRules`.
@Component
class Dispatching {

    /// A rule's answer. `automatic`: the rule may act by itself.
    record Advice(
            UUID unit, String unitName, Optional<UUID> person, String why, boolean automatic) {}

    private static final Map<String, Level> LEVELS =
            Map.of(
                    "county", Level.COUNTY,
                    "street", Level.STREET,
                    "community", Level.COMMUNITY,
                    "grid", Level.GRID,
                    "micro", Level.MICRO_GRID);

    private final Duties duties;
    private final Organisations organisations;

    Dispatching(Duties duties, Organisations organisations) {
        this.duties = duties;
        this.organisations = organisations;
    }

    Optional<Advice> advise(Matter matter, Playbook playbook, Instant now) {
        return matter.subject()
                .item()
                .flatMap(playbook::item)
                .flatMap(item -> advise(matter, item, playbook, now));
    }

    private Optional<Advice> advise(Matter matter, Item item, Playbook playbook, Instant now) {
        var area = matter.subject().area();
        var facts =
                new Facts(
                        Map.of(
                                "demand", matter.report().demand(),
                                "channel", matter.report().channel(),
                                "located", matter.subject().point().isPresent()),
                        item,
                        area,
                        now);
        return playbook.matter().dispatch().stream()
                .filter(rule -> rule.when().holds(facts))
                .flatMap(rule -> resolve(rule, item, area, now).stream())
                .findFirst();
    }

    private Optional<Advice> resolve(
            DispatchRule rule, Item item, TerritoryCode area, Instant now) {
        var found =
                switch (rule.to()) {
                    case DispatchTarget.Post(var post, var level) ->
                            holder(item, area, level, post, now);
                    case DispatchTarget.Duty(var level) -> onDuty(item, area, level, now);
                    case DispatchTarget.Unit(var key) -> named(area.region(), key);
                };
        return found.map(who ->
                new Advice(
                        who.unit(),
                        who.unitName(),
                        who.person(),
                        rule.name() + "：" + who.reason(),
                        rule.automatic()));
    }

    /// The holder of a post needs a place that is known down to the post's level.
    private Optional<Responsible> holder(
            Item item, TerritoryCode area, String level, String post, Instant now) {
        return Optional.ofNullable(LEVELS.get(level))
                .filter(it -> it.digits() <= area.value().length())
                .map(area::at)
                .flatMap(at -> ask(item, at, Optional.of(post), now));
    }

    /// The duty list answers for as much of the place as is known.
    private Optional<Responsible> onDuty(Item item, TerritoryCode area, String level, Instant now) {
        var known =
                Optional.ofNullable(LEVELS.get(level))
                        .filter(it -> it.digits() <= area.value().length())
                        .map(area::at)
                        .orElse(area);
        return ask(item, known, Optional.empty(), now);
    }

    private Optional<Responsible> named(String region, String key) {
        return organisations
                .byKey(region, key)
                .map(unit ->
                        new Responsible(
                                unit.id(),
                                unit.name(),
                                Optional.empty(),
                                "unit",
                                "规则指定" + unit.name()));
    }

    private Optional<Responsible> ask(
            Item item, TerritoryCode place, Optional<String> post, Instant now) {
        return duties.responsible(new DutyQuestion(item.key(), item.itemClass(), place, post, now));
    }
}
