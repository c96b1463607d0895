package org.huying.matter;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huying.access.Caller;
import org.huying.calendar.WorkCalendar;
import org.huying.matter.BesideView.AssistView;
import org.huying.matter.BesideView.ConsultView;
import org.huying.matter.BesideView.HoldView;
import org.huying.matter.BesideView.PleaView;
import org.huying.matter.BesideView.ReplyView;
import org.huying.matter.BesideView.RevisitedView;
import org.huying.matter.BesideView.StageView;
import org.huying.matter.BesideView.SupervisionView;
import org.huying.matter.MatterView.FieldView;
import org.huying.matter.MatterView.Named;
import org.huying.matter.MatterView.Unit;
import org.huying.matter.loop.Asked;
import org.huying.matter.loop.Consult;
import org.huying.matter.loop.Hold;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.MatterState.Merged;
import org.huying.matter.loop.Plea;
import org.huying.matter.loop.Supervision;
import org.huying.org.Organisation;
import org.huying.org.Organisations;
import org.huying.playbook.FieldKind;
import org.huying.playbook.FieldValue;
import org.huying.playbook.LoopRules;
import org.huying.playbook.LoopRules.PleaRule;
import org.huying.playbook.LoopRules.PleaStage;
import org.huying.playbook.MatterRules;
import org.huying.playbook.MatterRules.RatingAnswer;
import org.huying.playbook.Playbook;
import org.huying.playbook.Text;
import org.huying.vault.Masking;
import org.springframework.stereotype.Component;

/// Draws what stands beside a matter. Whoever asked does not see what those who work discuss or apply for.
@Component
class BesideViews {

    private final Organisations organisations;
    private final Carrying carrying;
    private final Clock clock;

    BesideViews(Organisations organisations, Carrying carrying, Clock clock) {
        this.organisations = organisations;
        this.carrying = carrying;
        this.clock = clock;
    }

    /// @param judging what the caller may do about an application
    BesideView of(
            Matter matter, Caller caller, MatterRules rules, Function<Plea, Set<Act>> judging) {
        var region = matter.id().region();
        var aside = matter.aside();
        var marks = aside.marks();
        var trail = aside.trail();
        var asked = aside.asked();
        boolean inside = Sight.inside(caller, matter);
        return new BesideView(
                marks.urgency().name(),
                marks.key(),
                marks.spot(),
                marks.owed(),
                marks.excluded().stream().map(Enum::name).sorted().toList(),
                trail.rung().orElse(null),
                trail.first().map(it -> unit(region, it)).orElse(null),
                trail.returns(),
                trail.fixed(),
                matter.state() instanceof Merged(var into, _) ? into : null,
                trail.parent().orElse(null),
                trail.split(),
                asked.invited(),
                asked.revisit(),
                asked.said().map(it -> revisited(it, rules)).orElse(null),
                asked.closedAt().map(BesideViews::time).orElse(null),
                aside.reply()
                        .map(it -> new ReplyView(time(it.due()), it.light(clock.instant())))
                        .orElse(null),
                aside.hold().map(BesideViews::hold).orElse(null),
                marks.supervision().map(it -> supervision(it, clock.instant())).orElse(null),
                assists(matter),
                aside.pleas().stream()
                        .map(it -> plea(it, caller, judging.apply(it), rules.loop()))
                        .filter(it -> inside || it.mine())
                        .toList(),
                aside.consults().stream()
                        .filter(_ -> inside)
                        .map(it -> consult(region, it))
                        .toList());
    }

    /// What the report carries; what tells something about a person is masked.
    List<FieldView> fields(Matter matter, Playbook playbook) {
        var carried = matter.report().carried();
        var known = playbook.matter().fields();
        return Stream.concat(
                        carried.plain().entrySet().stream()
                                .map(it -> field(it.getKey(), it.getValue(), false, known)),
                        carrying.opened(carried, matter.id()).keySet().stream()
                                .map(it -> field(it, Masking.HIDDEN, true, known)))
                .toList();
    }

    /// What the report tells about a person, in plain.
    List<FieldView> personal(Matter matter, Playbook playbook) {
        var known = playbook.matter().fields();
        return carrying.opened(matter.report().carried(), matter.id()).entrySet().stream()
                .map(it -> field(it.getKey(), it.getValue(), true, known))
                .toList();
    }

    /// The keys of what the place asks for and the report does not carry.
    List<String> missing(Matter matter, Playbook playbook) {
        var report = matter.report();
        var subject = matter.subject();
        var required = carrying.required(playbook, subject.item(), subject.area(), report.at());
        if (required.isEmpty()) {
            return List.of();
        }
        var opened = carrying.opened(report.carried(), matter.id()).keySet();
        return required.stream()
                .filter(it -> !report.carried().plain().containsKey(it) && !opened.contains(it))
                .toList();
    }

    private static FieldView field(
            String key, Object value, boolean personal, Map<String, FieldKind> known) {
        var kind = Optional.ofNullable(known.get(key));
        return new FieldView(
                key,
                kind.map(FieldKind::name).orElse(new Text(key, key)),
                value,
                value.equals(Masking.HIDDEN)
                        ? null
                        : kind.flatMap(it -> FieldValue.words(it, value)).orElse(null),
                personal);
    }

    private static HoldView hold(Hold hold) {
        return new HoldView(
                hold.kind().name(), time(hold.since()), time(hold.until()), hold.words());
    }

    private static SupervisionView supervision(Supervision pressed, Instant now) {
        return new SupervisionView(
                pressed.kind().name(),
                time(pressed.since()),
                pressed.until().map(BesideViews::time).orElse(null),
                pressed.light(now));
    }

    private List<AssistView> assists(Matter matter) {
        return matter.aside().assists().stream()
                .map(it ->
                        new AssistView(
                                unit(matter.id().region(), it.unit()),
                                it.state().name(),
                                it.task(),
                                it.due().map(BesideViews::time).orElse(null)))
                .toList();
    }

    private static RevisitedView revisited(Asked.Said said, MatterRules rules) {
        return new RevisitedView(
                said.contacted().orElse(null),
                said.solved(),
                said.answer().map(key -> answer(key, rules)).orElse(null),
                time(said.at()));
    }

    private static Named answer(String key, MatterRules rules) {
        var name =
                Optional.ofNullable(rules.ratingAnswers().get(key))
                        .map(RatingAnswer::name)
                        .orElse(new Text(key, key));
        return new Named(key, name.zh(), name.en());
    }

    private static PleaView plea(Plea plea, Caller caller, Set<Act> steps, LoopRules rules) {
        var stages =
                Optional.ofNullable(rules.pleas().get(plea.kind()))
                        .map(PleaRule::stages)
                        .orElse(List.of());
        return new PleaView(
                plea.no(),
                plea.kind().key(),
                plea.state().name(),
                plea.reason(),
                plea.length().map(Object::toString).orElse(null),
                plea.until().map(BesideViews::time).orElse(null),
                plea.by().equals(caller.account()),
                steps.stream().map(Act::key).sorted().toList(),
                IntStream.range(0, stages.size())
                        .mapToObj(i -> stage(plea, i, stages.get(i)))
                        .toList());
    }

    private static StageView stage(Plea plea, int at, PleaStage stage) {
        boolean now = plea.state() == Plea.Standing.OPEN && at == plea.passed().size();
        return new StageView(
                stage.name().zh(),
                stage.name().en(),
                stage.decider(),
                at < plea.passed().size() ? time(plea.passed().get(at).at()) : null,
                now,
                now ? plea.due().map(BesideViews::time).orElse(null) : null);
    }

    private ConsultView consult(String region, Consult consult) {
        return new ConsultView(
                consult.no(),
                consult.topic(),
                consult.units().stream().map(it -> unit(region, it)).toList(),
                consult.opinions().stream().map(Consult.Opinion::words).toList(),
                consult.decision().orElse(null));
    }

    private Unit unit(String region, UUID id) {
        return new Unit(
                id,
                organisations.byId(region, id).map(Organisation::name).orElse(id.toString()),
                null);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atZone(WorkCalendar.ZONE).toOffsetDateTime();
    }
}
