package org.huying.matter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Command.Awaited;
import org.huying.matter.loop.DatesMoved;
import org.huying.matter.loop.Hold;
import org.huying.matter.loop.Light;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.Supervision;
import org.huying.matter.loop.Transitions;
import org.huying.playbook.LoopRules.EscalationRule;
import org.huying.playbook.Stage;
import org.springframework.stereotype.Component;

/// What a matter does by itself when its clock rings: a hold that ends lets the clock run again, and before it ends
/// whoever was asked is reminded; a mark that is passed is said, also that of a reply
/// which is owed, of helpers, and of a supervision; what is overdue moves up the ladder by the first rule that holds, or is put under supervision.
@Component
class AlarmAnswer {

    private final Rulebook rulebook;
    private final Upwards upwards;

    AlarmAnswer(Rulebook rulebook, Upwards upwards) {
        this.rulebook = rulebook;
        this.upwards = upwards;
    }

    /// The commands in order; nothing when the clock does not ring.
    List<Command> to(Matter matter, Instant now) {
        var commands = new ArrayList<Command>();
        if (matter.clock().alarm().filter(it -> !it.isAfter(now)).isPresent()) {
            matter.aside()
                    .hold()
                    .ifPresentOrElse(
                            it -> commands.add(held(it, now)),
                            () -> commands.addAll(marks(matter, now)));
        }
        matter.aside()
                .reply()
                .filter(owed ->
                        owed.mark(matter.clock().pace().reply())
                                .filter(it -> !it.isAfter(now))
                                .isPresent())
                .map(it -> new Command.Prompt(Awaited.REPLY, it.light(now)))
                .ifPresent(commands::add);
        var late = matter.aside().late(now, matter.clock().pace().helpers());
        if (!late.isEmpty()) {
            commands.add(new Command.Prompt(Awaited.HELP, Light.RED, late));
        }
        matter.aside()
                .pressed(matter.state())
                .filter(it ->
                        it.mark(matter.clock().pace().supervision())
                                .filter(mark -> !mark.isAfter(now))
                                .isPresent())
                .map(it -> new Command.Prompt(Awaited.SUPERVISION, it.light(now)))
                .ifPresent(commands::add);
        return commands;
    }

    private static Command held(Hold hold, Instant now) {
        if (now.isBefore(hold.until())) {
            return new Command.Prompt(Awaited.ANSWER, Light.AMBER);
        }
        return switch (hold.kind()) {
            case ASKED -> new Command.Resume("等居民答复的期限到了，恢复计时");
            case SUSPENDED -> new Command.Resume("挂账到期，恢复计时");
        };
    }

    private List<Command> marks(Matter matter, Instant now) {
        var limits = rulebook.limits(matter);
        var clock = matter.clock();
        var reported = matter.report().at();
        var lights = new HashMap<String, String>();
        var commands = new ArrayList<Command>();
        boolean red = false;
        var light = clock.light(matter.since(), limits, now);
        clock.stage().ifPresent(it -> lights.put(word(it), light.word()));
        var whole = clock.wholeLight(reported, limits, now);
        lights.put(word(Stage.WHOLE), whole.word());
        for (var stage : clock.ringing(matter.since(), reported, limits, now)) {
            var shown = stage == Stage.WHOLE ? whole : light;
            commands.add(new Command.Remind(stage, shown));
            red |= shown == Light.RED;
        }
        if (red) {
            overdue(matter, lights, now).ifPresent(commands::add);
        }
        return commands.isEmpty() ? recounted(matter, now) : commands;
    }

    /// The mark is no longer where the clock thought: days or limits have changed since.
    private List<Command> recounted(Matter matter, Instant now) {
        var clock = matter.clock();
        var anew =
                clock.recounted(matter.since(), matter.report().at(), rulebook.limits(matter), now);
        if (anew.alarm().filter(it -> !it.isAfter(now)).isPresent()) {
            throw new IllegalStateException("The clock rings and nothing is due: " + clock);
        }
        return List.of(new Command.Recount(DatesMoved.between(clock, anew)));
    }

    private Optional<Command> overdue(Matter matter, Map<String, String> lights, Instant now) {
        var rules = rulebook.playbook(matter).matter().loop();
        Optional<Command> up =
                Transitions.acts(StateName.of(matter.state())).contains(Act.ESCALATE)
                        ? rule(matter, lights, now).flatMap(it -> up(matter, it, now))
                        : Optional.empty();
        boolean supervise =
                rules.clocks().supervise() && matter.aside().marks().supervision().isEmpty();
        return up.isPresent() || !supervise
                ? up
                : Optional.of(
                        new Command.Supervise(
                                Supervision.Kind.OVERTIME, Optional.empty(), "超时未办，自动督办"));
    }

    private Optional<EscalationRule> rule(Matter matter, Map<String, String> lights, Instant now) {
        var playbook = rulebook.playbook(matter);
        return matter.subject()
                .item()
                .flatMap(playbook::item)
                .map(item -> Dispatching.facts(matter, item, now, lights))
                .flatMap(facts ->
                        playbook.matter().loop().escalations().stream()
                                .filter(it -> it.when().holds(facts))
                                .findFirst());
    }

    private Optional<Command> up(Matter matter, EscalationRule rule, Instant now) {
        return upwards.to(rule.to(), matter, rulebook.playbook(matter), now, rule.name())
                .map(it -> it);
    }

    private static String word(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }
}
