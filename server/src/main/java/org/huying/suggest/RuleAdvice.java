package org.huying.suggest;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huying.org.Duties;
import org.huying.org.DutyQuestion;
import org.huying.org.Organisation;
import org.huying.org.Organisations;
import org.huying.org.Responsible;
import org.huying.playbook.DispatchRule;
import org.huying.playbook.DispatchTarget;
import org.huying.playbook.Facts;
import org.huying.playbook.Item;
import org.huying.playbook.Playbook;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Where the dispatch rules of the playbook would send a request of an item: the first that holds and leads to somebody.
@Component
class RuleAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(RuleAdvice.class);

    private static final Map<String, Level> LEVELS =
            Map.of(
                    "county", Level.COUNTY,
                    "street", Level.STREET,
                    "community", Level.COMMUNITY,
                    "grid", Level.GRID,
                    "micro", Level.MICRO_GRID);

    /// @param automatic the rule may act by itself
    record Advice(UUID unit, String rule, boolean automatic) {}

    private final Duties duties;
    private final Organisations organisations;

    RuleAdvice(Duties duties, Organisations organisations) {
        this.duties = duties;
        this.organisations = organisations;
    }

    Optional<Advice> of(
            Request request, Item item, TerritoryCode area, Playbook playbook, Instant now) {
        var facts =
                new Facts(
                        Map.of(
                                "demand",
                                request.demand(),
                                "channel",
                                request.channel(),
                                "title",
                                request.title(),
                                "anonymous",
                                false,
                                "urgent",
                                false,
                                "returns",
                                0,
                                "reworks",
                                0,
                                "located",
                                request.point().isPresent()),
                        item,
                        area,
                        now);
        return playbook.matter().dispatch().stream()
                .filter(rule -> holds(rule, facts))
                .flatMap(rule -> lead(rule, item, area, now))
                .findFirst();
    }

    /// A rule that asks for what a request does not have yet is no advice; the desk will see its error when it applies.
    private static boolean holds(DispatchRule rule, Facts facts) {
        try {
            return rule.when().holds(facts);
        } catch (IllegalStateException e) {
            LOG.debug("{} cannot be judged before there is a matter", rule.source(), e);
            return false;
        }
    }

    private Stream<Advice> lead(DispatchRule rule, Item item, TerritoryCode area, Instant now) {
        var unit =
                switch (rule.to()) {
                    case DispatchTarget.Post(var post, var level) ->
                            at(level, area)
                                    .flatMap(place -> ask(item, place, Optional.of(post), now));
                    case DispatchTarget.Duty(var level) ->
                            ask(item, at(level, area).orElse(area), Optional.empty(), now);
                    case DispatchTarget.Unit(var key) ->
                            organisations.byKey(area.region(), key).map(Organisation::id);
                };
        return unit.map(it -> new Advice(it, rule.name(), rule.automatic())).stream();
    }

    private static Optional<TerritoryCode> at(String level, TerritoryCode area) {
        return Optional.ofNullable(LEVELS.get(level))
                .filter(it -> it.digits() <= area.value().length())
                .map(area::at);
    }

    private Optional<UUID> ask(Item item, TerritoryCode place, Optional<String> post, Instant now) {
        return duties.responsible(new DutyQuestion(item.key(), item.itemClass(), place, post, now))
                .map(Responsible::unit);
    }
}
