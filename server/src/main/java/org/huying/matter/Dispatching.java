package org.huying.matter;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.Urgency;
import org.huying.org.Duties;
import org.huying.org.DutyQuestion;
import org.huying.org.Organisation;
import org.huying.org.Organisations;
import org.huying.org.Responsible;
import org.huying.playbook.DispatchRule;
import org.huying.playbook.DispatchTarget;
import org.huying.playbook.Facts;
import org.huying.playbook.Item;
import org.huying.playbook.LoopRules;
import org.huying.playbook.Playbook;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// Who gets this request: the first dispatch rule of the playbook that holds and that leads to somebody. The person
/// behind a post or a duty list is found by `org.huying.org.DutyRules`.
@Component
class Dispatching implements DispatchAdvice {

    private final Duties duties;
    private final Organisations organisations;
    private final Rulings rulings;

    Dispatching(Duties duties, Organisations organisations, Rulings rulings) {
        this.duties = duties;
        this.organisations = organisations;
        this.rulings = rulings;
    }

    Optional<Advice> advise(Matter matter, Playbook playbook, Instant now) {
        return matter.subject()
                .item()
                .flatMap(playbook::item)
                .flatMap(item -> advise(facts(matter, item, now, Map.of()), playbook));
    }

    static Command.Dispatch dispatch(Advice advice) {
        return new Command.Dispatch(advice.unit(), advice.person(), advice.rung(), advice.why());
    }

    /// What a condition may ask of a matter.
    static Facts facts(Matter matter, Item item, Instant now, Map<String, String> clock) {
        var aside = matter.aside();
        var known = new HashMap<>(matter.report().carried().plain());
        known.putAll(
                Map.of(
                        "demand", matter.report().demand(),
                        "channel", matter.report().channel(),
                        "title", matter.report().title(),
                        "located", matter.subject().point().isPresent(),
                        "anonymous", !matter.report().named(),
                        "urgent", aside.marks().urgency() != Urgency.NORMAL,
                        "returns", aside.trail().returns(),
                        "reworks",
                                matter.state().assignment().map(it -> it.round() - 1).orElse(0)));
        return new Facts(known, item, matter.subject().area(), now, clock);
    }

    /// The level word at which a body stands on the ladder.
    static String rung(Organisation unit) {
        return switch (unit.kind()) {
            case COMMUNITY_COMMITTEE, PROPERTY_COMPANY, OWNERS_COMMITTEE -> "community";
            case STREET_OFFICE -> "street";
            case CENTRE, GOVERNMENT -> "county";
            case DEPARTMENT, PUBLIC_SERVICE_COMPANY -> LoopRules.DEPARTMENT;
            case TEAM, SOCIAL_ORGANISATION, ENTERPRISE, PARTY_ORGANISATION, OTHER ->
                    unit.anchor().map(it -> Rungs.word(it.level())).orElse("county");
        };
    }

    @Override
    public Optional<Advice> advise(Facts facts, Playbook playbook) {
        var area = facts.place();
        var item = facts.item();
        return rulings.on(item.key(), area)
                .flatMap(ruling -> organisations.byId(area.region(), ruling.unit()))
                .map(unit ->
                        new Advice(
                                unit.id(),
                                unit.name(),
                                Optional.empty(),
                                Optional.of(rung(unit)),
                                "仲裁先例：由" + unit.name() + "承办",
                                false))
                .or(() ->
                        playbook.matter().dispatch().stream()
                                .filter(rule -> rule.when().holds(facts))
                                .flatMap(rule -> resolve(rule, item, area, facts.now()).stream())
                                .findFirst());
    }

    private Optional<Advice> resolve(
            DispatchRule rule, Item item, TerritoryCode area, Instant now) {
        return switch (rule.to()) {
            case DispatchTarget.Post(var post, var level) ->
                    holder(item, area, level, post, now).map(it -> advice(rule, it, level));
            case DispatchTarget.Duty(var level) ->
                    onDuty(item, area, level, now)
                            .map(it ->
                                    advice(
                                            rule,
                                            it,
                                            organisations
                                                    .byId(area.region(), it.unit())
                                                    .map(Dispatching::rung)
                                                    .orElse(level)));
            case DispatchTarget.Unit(var key) ->
                    organisations
                            .byKey(area.region(), key)
                            .map(unit -> advice(rule, named(unit), rung(unit)));
        };
    }

    private static Advice advice(DispatchRule rule, Responsible who, String rung) {
        return new Advice(
                who.unit(),
                who.unitName(),
                who.person(),
                Optional.of(rung),
                rule.name() + "：" + who.reason(),
                rule.automatic());
    }

    private static Responsible named(Organisation unit) {
        return new Responsible(
                unit.id(), unit.name(), Optional.empty(), "unit", "规则指定" + unit.name());
    }

    /// The holder of a post needs a place that is known down to the post's level.
    private Optional<Responsible> holder(
            Item item, TerritoryCode area, String level, String post, Instant now) {
        return Rungs.level(level)
                .filter(it -> it.digits() <= area.value().length())
                .map(area::at)
                .flatMap(at -> ask(item, at, Optional.of(post), now));
    }

    /// The duty list answers for as much of the place as is known.
    private Optional<Responsible> onDuty(Item item, TerritoryCode area, String level, Instant now) {
        var known =
                Rungs.level(level)
                        .filter(it -> it.digits() <= area.value().length())
                        .map(area::at)
                        .orElse(area);
        return ask(item, known, Optional.empty(), now);
    }

    private Optional<Responsible> ask(
            Item item, TerritoryCode place, Optional<String> post, Instant now) {
        return duties.responsible(new DutyQuestion(item.key(), item.itemClass(), place, post, now));
    }
}
