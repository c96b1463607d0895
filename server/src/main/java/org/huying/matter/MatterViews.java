package org.huying.matter;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.huying.access.Caller;
import org.huying.calendar.WorkCalendar;
import org.huying.matter.MatterView.Area;
import org.huying.matter.MatterView.ClockView;
import org.huying.matter.MatterView.ContactView;
import org.huying.matter.MatterView.Named;
import org.huying.matter.MatterView.PointView;
import org.huying.matter.MatterView.StepOffer;
import org.huying.matter.MatterView.Suggestion;
import org.huying.matter.MatterView.Unit;
import org.huying.matter.loop.Assignment;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.Offers;
import org.huying.matter.loop.Plea;
import org.huying.org.Organisation;
import org.huying.org.Organisations;
import org.huying.playbook.Playbook;
import org.huying.playbook.Text;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.vault.Cipher;
import org.huying.vault.Masking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Draws a matter for one caller. Names come from memory; nothing here asks the database.
@Component
class MatterViews {

    private static final Set<Act> PLEADED =
            EnumSet.of(Act.FORWARD, Act.GRANT, Act.DENY, Act.RETRACT);

    private final MatterDesk desk;
    private final Rulebook rulebook;
    private final Dispatching dispatching;
    private final BesideViews beside;
    private final Territory territory;
    private final Organisations organisations;
    private final Cipher cipher;

    MatterViews(
            MatterDesk desk,
            Rulebook rulebook,
            Dispatching dispatching,
            BesideViews beside,
            Territory territory,
            Organisations organisations,
            Cipher cipher) {
        this.desk = desk;
        this.rulebook = rulebook;
        this.dispatching = dispatching;
        this.beside = beside;
        this.territory = territory;
        this.organisations = organisations;
        this.cipher = cipher;
    }

    MatterView of(Matter matter, Caller caller) {
        var playbook = rulebook.playbook(matter);
        var rules = playbook.matter();
        var report = matter.report();
        var state = matter.state();
        var steps = steps(matter, caller);
        return new MatterView(
                matter.id().value(),
                matter.id().region(),
                report.number(),
                matter.version(),
                StateName.of(state),
                state.open(),
                report.title(),
                report.text(),
                report.place(),
                named(report.channel(), rules.channels()),
                named(report.demand(), rules.demands()),
                item(matter, playbook),
                area(matter),
                matter.subject().point().map(it -> new PointView(it.lon(), it.lat())).orElse(null),
                state.assignment().map(it -> unit(matter.id().region(), it)).orElse(null),
                state.assignment().map(Assignment::round).orElse(0),
                StateColumns.reason(state).orElse(null),
                state.result().orElse(null),
                state.rating().map(key -> answer(playbook, key)).orElse(null),
                clock(matter),
                beside.of(matter, caller, rules, plea -> judging(matter, caller, plea)),
                contact(matter),
                time(report.at()),
                time(matter.changedAt()),
                report.source().orElse(null),
                report.hidden(),
                beside.fields(matter, playbook),
                beside.missing(matter, playbook),
                report.playbook(),
                report.playbookVersion(),
                suggestion(matter, playbook, steps).orElse(null),
                offers(matter, steps));
    }

    private Set<Act> steps(Matter matter, Caller caller) {
        var now = desk.now();
        var steps = Sight.steps(caller, matter, rulebook.playbook(matter).matter().loop());
        steps.removeIf(act -> !rulebook.entrusted(caller, act, matter, now));
        steps.removeIf(act ->
                PLEADED.contains(act)
                        && matter.aside().pleas().stream()
                                .noneMatch(it -> judging(matter, caller, it).contains(act)));
        if (rulebook.playbook(matter).matter().fields().isEmpty()) {
            steps.remove(Act.FILL);
        }
        return steps;
    }

    /// What the caller may do about an application: decide it, pass it on, or take back his own.
    private Set<Act> judging(Matter matter, Caller caller, Plea plea) {
        var acts = Offers.of(plea, rulebook.playbook(matter).matter().loop());
        acts.removeIf(act ->
                act == Act.RETRACT
                        ? !plea.by().equals(caller.account())
                        : plea.takenPart(caller.account())
                                || !rulebook.judges(caller, act, matter, plea.no(), desk.now()));
        return acts;
    }

    private static Named named(String key, Map<String, Text> names) {
        return named(key, Optional.ofNullable(names.get(key)));
    }

    private static Named named(String key, Optional<Text> name) {
        return new Named(key, name.map(Text::zh).orElse(key), name.map(Text::en).orElse(key));
    }

    private static Named answer(Playbook playbook, String key) {
        return named(
                key,
                Optional.ofNullable(playbook.matter().ratingAnswers().get(key))
                        .map(it -> it.name()));
    }

    private static @Nullable Named item(Matter matter, Playbook playbook) {
        return matter.subject()
                .item()
                .map(key -> named(key, playbook.item(key).map(it -> it.name())))
                .orElse(null);
    }

    private Area area(Matter matter) {
        var code = matter.subject().area();
        return new Area(
                code.value(),
                territory.path(code, matter.report().at()).stream().map(Node::name).toList());
    }

    private Unit unit(String region, Assignment assignment) {
        return new Unit(
                assignment.unit(),
                organisations
                        .byId(region, assignment.unit())
                        .map(Organisation::name)
                        .orElse(assignment.unit().toString()),
                assignment.person().orElse(null));
    }

    private ClockView clock(Matter matter) {
        var clock = matter.clock();
        var now = desk.now();
        return new ClockView(
                clock.stage().map(Enum::name).orElse(null),
                clock.due().map(MatterViews::time).orElse(null),
                clock.whole().map(MatterViews::time).orElse(null),
                clock.stage().isPresent() && clock.due().filter(now::isAfter).isPresent(),
                clock.light(matter.since(), rulebook.limits(matter), now),
                clock.late().stream().map(Enum::name).toList());
    }

    private ContactView contact(Matter matter) {
        var contact = matter.report().contact();
        var whose = matter.id().toString();
        var name = contact.name().map(it -> readable(it, whose, Masking::name)).orElse(null);
        var phone = contact.phone().map(it -> readable(it, whose, Masking::phone)).orElse(null);
        return new ContactView(
                name != null || phone != null,
                Masking.UNREADABLE.equals(name) || Masking.UNREADABLE.equals(phone),
                name,
                phone);
    }

    /// What was sealed and cannot be opened any more is called unreadable; the matter still shows.
    private String readable(byte[] sealed, String whose, UnaryOperator<String> masked) {
        return cipher.readable(sealed, whose).map(masked).orElse(Masking.UNREADABLE);
    }

    private Optional<Suggestion> suggestion(Matter matter, Playbook playbook, Set<Act> steps) {
        if (!steps.contains(Act.DISPATCH)) {
            return Optional.empty();
        }
        return dispatching
                .advise(matter, playbook, desk.now())
                .map(it ->
                        new Suggestion(
                                it.unit(), it.unitName(), it.person().orElse(null), it.why()));
    }

    private List<StepOffer> offers(Matter matter, Set<Act> steps) {
        var standard = rulebook.standard(matter);
        return steps.stream().map(act -> new StepOffer(act, standard.evidence(act))).toList();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atZone(WorkCalendar.ZONE).toOffsetDateTime();
    }
}
