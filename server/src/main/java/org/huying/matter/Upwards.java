package org.huying.matter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huying.matter.loop.Assignment;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Matter;
import org.huying.org.Duties;
import org.huying.org.DutyQuestion;
import org.huying.org.Organisation;
import org.huying.org.OrganisationKind;
import org.huying.org.Organisations;
import org.huying.playbook.Item;
import org.huying.playbook.LoopRules;
import org.huying.playbook.Playbook;
import org.huying.playbook.PostKind;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// Who is next on the ladder (微网格 → 网格 → 社区 → 街道 → 区县中心 → 部门): the first rung above the present one that leads to
/// somebody else.
@Component
class Upwards {

    private final Duties duties;
    private final Organisations organisations;

    Upwards(Duties duties, Organisations organisations) {
        this.duties = duties;
        this.organisations = organisations;
    }

    /// One rung up from where the matter stands.
    Optional<Command.Escalate> next(Matter matter, Playbook playbook, Instant now, String words) {
        var ladder = playbook.matter().loop().ladder();
        int at = ladder.indexOf(rung(matter));
        return ladder.stream()
                .skip(at + 1L)
                .flatMap(rung -> at(rung, matter, playbook, now, words).stream())
                .findFirst();
    }

    /// To a named rung, or one up when it is `up`; nowhere when it stands there or higher.
    Optional<Command.Escalate> to(
            String rung, Matter matter, Playbook playbook, Instant now, String words) {
        if (rung.equals("up")) {
            return next(matter, playbook, now, words);
        }
        var ladder = playbook.matter().loop().ladder();
        int to = ladder.indexOf(rung);
        boolean reached = to >= 0 && to <= ladder.indexOf(rung(matter));
        return reached ? Optional.empty() : at(rung, matter, playbook, now, words);
    }

    private String rung(Matter matter) {
        return matter.aside()
                .trail()
                .rung()
                .or(() ->
                        matter.state()
                                .assignment()
                                .flatMap(it -> organisations.byId(matter.id().region(), it.unit()))
                                .map(Dispatching::rung))
                .orElse("");
    }

    private Optional<Command.Escalate> at(
            String rung, Matter matter, Playbook playbook, Instant now, String words) {
        var item = matter.subject().item().flatMap(playbook::item);
        var area = matter.subject().area();
        var found =
                rung.equals(LoopRules.DEPARTMENT)
                        ? item.flatMap(it -> department(it, area, now))
                        : level(rung, matter, playbook, now);
        return found.filter(it -> elsewhere(matter, it))
                .map(it -> new Command.Escalate(it.unit(), it.person(), Optional.of(rung), words));
    }

    /// Another body, or other hands within it: from a grid's chief to the committee he works for is a rung.
    private static boolean elsewhere(Matter matter, Assignment found) {
        return matter.state()
                .assignment()
                .map(it -> !it.unit().equals(found.unit()) || !it.person().equals(found.person()))
                .orElse(true);
    }

    private Optional<Assignment> department(Item item, TerritoryCode area, Instant now) {
        var lead =
                item.more()
                        .lead()
                        .flatMap(key -> organisations.byKey(area.region(), key))
                        .map(it -> new Assignment(it.id(), Optional.empty(), 1));
        return lead.or(() ->
                duties.responsible(
                                new DutyQuestion(
                                        item.key(), item.itemClass(), area, Optional.empty(), now))
                        .map(it -> new Assignment(it.unit(), it.person(), 1)));
    }

    /// The body of that level, else whoever holds a post there.
    private Optional<Assignment> level(String rung, Matter matter, Playbook playbook, Instant now) {
        var area = matter.subject().area();
        var place =
                Rungs.level(rung).filter(it -> it.digits() <= area.value().length()).map(area::at);
        return place.flatMap(it -> body(rung, it).or(() -> holder(rung, it, playbook, now)));
    }

    private Optional<Assignment> body(String rung, TerritoryCode place) {
        return kinds(rung).stream()
                .flatMap(kind ->
                        organisations.anchored(place.region(), place).stream()
                                .filter(it -> it.kind() == kind))
                .findFirst()
                .map(Organisation::id)
                .map(it -> new Assignment(it, Optional.empty(), 1));
    }

    private static List<OrganisationKind> kinds(String rung) {
        return switch (rung) {
            case "community" -> List.of(OrganisationKind.COMMUNITY_COMMITTEE);
            case "street" -> List.of(OrganisationKind.STREET_OFFICE);
            case "county" -> List.of(OrganisationKind.CENTRE, OrganisationKind.GOVERNMENT);
            default -> List.of();
        };
    }

    private Optional<Assignment> holder(
            String rung, TerritoryCode place, Playbook playbook, Instant now) {
        return playbook.posts().stream()
                .filter(post -> post.level().equals(rung))
                .map(PostKind::key)
                .flatMap(post ->
                        duties
                                .responsible(
                                        new DutyQuestion("", "", place, Optional.of(post), now))
                                .stream())
                .findFirst()
                .map(it -> new Assignment(it.unit(), it.person(), 1));
    }
}
