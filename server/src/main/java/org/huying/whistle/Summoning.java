package org.huying.whistle;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.calendar.Calendars;
import org.huying.org.Duties;
import org.huying.org.DutyQuestion;
import org.huying.org.Organisation;
import org.huying.org.Organisations;
import org.huying.org.Rosters;
import org.huying.playbook.Playbook;
import org.huying.playbook.WhistleRules.Entry;
import org.huying.playbook.WhistleRules.Rung;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.huying.whistle.Summons.Squad;
import org.springframework.stereotype.Component;

/// Whom to call, and until when: the units that the published list names, else whoever the duty rules lead to, else the body of the place
/// on the level that must answer.
@Component
class Summoning {

    /// A unit with the reason why it should come.
    record Advice(UUID unit, String name, boolean lead, String why, Optional<Squad> squad) {}

    private static final String ANYTHING = "*";
    private static final String FALLBACK = "fallback";

    private final Organisations organisations;
    private final Duties duties;
    private final Rosters rosters;
    private final Calendars calendars;

    Summoning(Organisations organisations, Duties duties, Rosters rosters, Calendars calendars) {
        this.organisations = organisations;
        this.duties = duties;
        this.rosters = rosters;
        this.calendars = calendars;
    }

    /// Until when a unit that is called now must come, and may say that it is not its duty; on the days of the county.
    Summons.Limits until(
            String region, Playbook playbook, Rung rung, boolean emergency, Instant now) {
        var limit =
                Optional.of(rung)
                        .filter(_ -> emergency)
                        .flatMap(Rung::emergency)
                        .orElse(rung.reportIn());
        var calendar = calendars.of(region, playbook.calendar());
        return new Summons.Limits(
                calendar.due(now, limit), rung.objectWithin().map(it -> calendar.due(now, it)));
    }

    /// The body that leads the nearest team of this kind, with whoever of the team is on duty now.
    Optional<Advice> team(String key, TerritoryCode area, Instant now) {
        return rosters.responsible(key, area, now)
                .map(it ->
                        new Advice(
                                it.unit(),
                                it.unitName(),
                                false,
                                it.reason(),
                                Optional.of(new Squad(key, it.person()))));
    }

    /// The lead first, if there is one; the caller's own unit is never among them. The helpers of the list are departments:
    /// they come where departments answer, not when a grid calls its community.
    List<Advice> advise(
            Rung rung, Optional<Entry> item, TerritoryCode area, Call.By by, Instant now) {
        var found = new LinkedHashMap<UUID, Advice>();
        lead(rung, item, area, by, now).ifPresent(it -> found.put(it.unit(), it));
        if (!found.isEmpty() && Levels.of(rung.answers()).isEmpty()) {
            item.map(Entry::assist).orElse(List.of()).stream()
                    .flatMap(key -> named(area.region(), key, false).stream())
                    .filter(it -> by.unit().filter(it.unit()::equals).isEmpty())
                    .forEach(it -> found.putIfAbsent(it.unit(), it));
        }
        return List.copyOf(found.values());
    }

    /// Whether this body is one that has to answer on this level: of the place there, or any body but a place's own.
    boolean answers(Rung rung, Organisation body, TerritoryCode area) {
        return Levels.of(rung.answers())
                .map(level ->
                        level.digits() <= area.value().length()
                                && body.anchor().filter(area.at(level)::equals).isPresent())
                .orElseGet(() ->
                        body.anchor().map(it -> area.within(it) || it.within(area)).orElse(true));
    }

    private Optional<Advice> lead(
            Rung rung, Optional<Entry> item, TerritoryCode area, Call.By by, Instant now) {
        var level = Levels.of(rung.answers());
        if (level.isPresent()) {
            return level.filter(it -> it.digits() <= area.value().length())
                    .flatMap(it ->
                            Levels.bodyOfPlace(organisations.anchored(area.region(), area.at(it))))
                    .map(it -> advice(it, true, "由" + it.name() + "报到"));
        }
        return item.flatMap(Entry::lead)
                .flatMap(key -> named(area.region(), key, true))
                .or(() -> onDuty(item, area, now))
                .filter(it -> by.unit().filter(it.unit()::equals).isEmpty());
    }

    private Optional<Advice> named(String region, String key, boolean lead) {
        return organisations
                .byKey(region, key)
                .map(it -> advice(it, lead, lead ? "吹哨清单定为主办" : "吹哨清单定为协办"));
    }

    private Optional<Advice> onDuty(Optional<Entry> item, TerritoryCode area, Instant now) {
        var question =
                new DutyQuestion(
                        item.map(Entry::key).orElse(ANYTHING),
                        item.map(Entry::itemClass).orElse(ANYTHING),
                        area.at(Level.COUNTY),
                        Optional.empty(),
                        now);
        return duties.responsible(question)
                .filter(it -> !it.rule().equals(FALLBACK))
                .map(it ->
                        new Advice(it.unit(), it.unitName(), true, it.reason(), Optional.empty()));
    }

    private static Advice advice(Organisation body, boolean lead, String why) {
        return new Advice(body.id(), body.name(), lead, why, Optional.empty());
    }
}
