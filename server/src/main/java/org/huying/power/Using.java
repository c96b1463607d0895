package org.huying.power;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.matter.MatterSummaries;
import org.huying.org.Organisation;
import org.huying.org.Organisations;
import org.huying.playbook.Playbooks;
import org.huying.playbook.PowerRules.Power;
import org.huying.power.PowerController.UsePowerRequest;
import org.huying.power.PowerDesk.Use;
import org.huying.problem.FieldError;
import org.huying.problem.Problem;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.huying.whistle.WhistleSummaries;
import org.springframework.stereotype.Component;

/// Checks who uses which power where, and what it arose from.
@Component
class Using {

    private static final String MATTERS = "matter:matter:read";
    private static final String WHISTLES = "whistle:whistle:read";

    private final Playbooks playbooks;
    private final PowerDesk desk;
    private final Territory territory;
    private final Organisations organisations;
    private final MatterSummaries matters;
    private final WhistleSummaries whistles;

    Using(
            Playbooks playbooks,
            PowerDesk desk,
            Territory territory,
            Organisations organisations,
            MatterSummaries matters,
            WhistleSummaries whistles) {
        this.playbooks = playbooks;
        this.desk = desk;
        this.territory = territory;
        this.organisations = organisations;
        this.matters = matters;
        this.whistles = whistles;
    }

    /// Throws what the caller is to be told when it may not be used so.
    Exercise use(String region, UsePowerRequest body, Caller caller) {
        var area = TerritoryCode.of(body.area());
        if (!body.area().startsWith(region) || territory.node(area, desk.now()).isEmpty()) {
            throw Problem.PLACE_UNKNOWN.plain();
        }
        var playbook = playbooks.current(area, desk.now());
        var power =
                Optional.ofNullable(playbook.powers().items().get(body.item()))
                        .orElseThrow(() -> wrong("item", "清单里没有这一项", "The list has no such item"));
        var node =
                PowerScope.node(caller, power, area)
                        .orElseThrow(() ->
                                Problem.FORBIDDEN.with(
                                        "这项权力由当地的值班台行使",
                                        "This power is used by the desk of the place itself"));
        var use =
                new Use(
                        area,
                        node.value(),
                        department(region, power, body),
                        body.title().strip(),
                        body.text().strip(),
                        Optional.ofNullable(body.matter()).map(it -> matter(region, it, caller)),
                        Optional.ofNullable(body.whistle()).map(it -> whistle(region, it, caller)));
        return desk.use(playbook, power, use, caller);
    }

    private UUID department(String region, Power power, UsePowerRequest body) {
        if (body.department() != null) {
            return organisations
                    .byId(region, body.department())
                    .map(Organisation::id)
                    .orElseThrow(Problem.UNIT_UNKNOWN::plain);
        }
        return power.departments().stream()
                .flatMap(it -> organisations.byKey(region, it).stream())
                .map(Organisation::id)
                .findFirst()
                .orElseThrow(
                        () -> wrong("department", "请写明对哪个部门行使", "Say towards which department"));
    }

    private UUID matter(String region, UUID id, Caller caller) {
        return matters.of(region, List.of(id)).stream()
                .filter(it ->
                        caller.reach(MATTERS)
                                .covers(it.area(), it.unit().map(List::of).orElse(List.of())))
                .map(it -> it.id())
                .findFirst()
                .orElseThrow(() -> wrong("matter", "没有这件事", "There is no such matter"));
    }

    private UUID whistle(String region, UUID id, Caller caller) {
        return whistles.of(region, List.of(id)).stream()
                .filter(it -> caller.reach(WHISTLES).covers(it.area(), List.of()))
                .map(it -> it.id())
                .findFirst()
                .orElseThrow(() -> wrong("whistle", "没有这次吹哨", "There is no such whistle"));
    }

    private static RuntimeException wrong(String path, String zh, String en) {
        return Problem.INVALID.with(zh, en).and(List.of(new FieldError(path, "unknown", zh, en)));
    }
}
