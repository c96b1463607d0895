package org.huying.whistle;

import static org.huying.whistle.SummonsViews.spot;
import static org.huying.whistle.SummonsViews.time;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.org.Organisations;
import org.huying.playbook.Playbooks;
import org.huying.playbook.Text;
import org.huying.playbook.WhistleRules;
import org.huying.playbook.WhistleRules.Entry;
import org.huying.playbook.WhistleRules.Rung;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.vault.Step;
import org.huying.whistle.WhistleView.CallerView;
import org.huying.whistle.WhistleView.JointRecordView;
import org.huying.whistle.WhistleView.Keyed;
import org.huying.whistle.WhistleView.LinkedMatter;
import org.huying.whistle.WhistleView.Scene;
import org.huying.whistle.WhistleView.WhistleOffer;
import org.huying.whistle.WhistleView.WhistleStep;
import org.springframework.stereotype.Component;

/// Draws whistles for one caller. Names come from memory.
@Component
class WhistleViews {

    private final WhistleDesk desk;
    private final Playbooks playbooks;
    private final Territory territory;
    private final Organisations organisations;
    private final Sight sight;

    WhistleViews(
            WhistleDesk desk,
            Playbooks playbooks,
            Territory territory,
            Organisations organisations,
            Sight sight) {
        this.desk = desk;
        this.playbooks = playbooks;
        this.territory = territory;
        this.organisations = organisations;
        this.sight = sight;
    }

    /// @param history as far as it is wanted
    WhistleView of(Whistle whistle, List<Step> history, Caller caller) {
        var call = whistle.call();
        var rules = rules(call);
        var names = names(whistle);
        var state = whistle.state();
        return new WhistleView(
                whistle.id().value(),
                whistle.id().region(),
                call.number(),
                whistle.version(),
                whistle.stateName(),
                state.open(),
                whistle.standing().escalated(),
                rung(call, rules),
                cause(call, rules),
                item(call, rules).orElse(null),
                call.reason(),
                call.matter().map(it -> new LinkedMatter(it.id(), it.number())).orElse(null),
                call.emergency(),
                call.title(),
                call.text(),
                scene(call),
                caller(call, names),
                SummonsViews.of(whistle, names, desk.now()),
                state.joint().map(it -> new JointRecordView(it.revision(), it.text())).orElse(null),
                state.outcome().map(WhistleState.Result::words).orElse(null),
                state instanceof WhistleState.Withdrawn(var reason) ? reason : null,
                call.evaluated(),
                time(call.at()),
                time(whistle.changedAt()),
                call.playbook(),
                call.playbookVersion(),
                sight.offers(caller, whistle).stream()
                        .map(it -> new WhistleOffer(it.act(), it.unit().orElse(null)))
                        .toList(),
                history.stream().map(WhistleViews::step).toList());
    }

    WhistleLine line(Whistle whistle, Optional<UUID> unit) {
        var call = whistle.call();
        var rules = rules(call);
        var names = names(whistle);
        return new WhistleLine(
                whistle.id().value(),
                call.number(),
                whistle.version(),
                whistle.stateName(),
                whistle.standing().escalated(),
                call.emergency(),
                rung(call, rules),
                cause(call, rules),
                item(call, rules).orElse(null),
                call.title(),
                call.where().area().value(),
                caller(call, names),
                SummonsViews.of(whistle, names, desk.now()),
                unit.orElse(null),
                time(call.at()));
    }

    private WhistleRules rules(Call call) {
        return playbooks.pinned(call.playbook(), call.playbookVersion()).whistle();
    }

    private Map<UUID, String> names(Whistle whistle) {
        return organisations.names(whistle.id().region(), whistle.units());
    }

    private static Keyed rung(Call call, WhistleRules rules) {
        return keyed(
                call.rung(), Optional.ofNullable(rules.levels().get(call.rung())).map(Rung::name));
    }

    private static Keyed cause(Call call, WhistleRules rules) {
        return keyed(call.cause(), Optional.ofNullable(rules.causes().get(call.cause())));
    }

    private static Optional<Keyed> item(Call call, WhistleRules rules) {
        return call.item()
                .map(it -> keyed(it, Optional.ofNullable(rules.items().get(it)).map(Entry::name)));
    }

    private static Keyed keyed(String key, Optional<Text> name) {
        return new Keyed(key, name.map(Text::zh).orElse(key), name.map(Text::en).orElse(key));
    }

    private Scene scene(Call call) {
        var where = call.where();
        return new Scene(
                where.area().value(),
                territory.path(where.area(), call.at()).stream().map(Node::name).toList(),
                where.place(),
                spot(where.point()));
    }

    private CallerView caller(Call call, Map<UUID, String> names) {
        var by = call.by();
        return new CallerView(
                by.unit().orElse(null),
                by.unit().map(it -> SummonsViews.name(names, it)).orElse(null),
                by.node().value(),
                territory.node(by.node(), call.at()).map(Node::name).orElse(by.node().value()),
                by.name());
    }

    private static WhistleStep step(Step step) {
        return new WhistleStep(
                step.seq(),
                time(step.at()),
                step.actorName(),
                step.act(),
                step.from(),
                step.to(),
                step.note(),
                step.facts(),
                HexFormat.of().formatHex(step.hash()));
    }
}
