package org.huying.matter.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.huying.access.Caller;
import org.huying.matter.Act;
import org.huying.matter.StateName;
import org.huying.matter.loop.Decision.Moved;
import org.huying.vault.Step;

/// One write in the making: a matter and the history rows that lead to it. Several steps of one call become one
/// version.
public final class Journey {

    private final int version;
    private final Instant now;
    private final List<Step> steps = new ArrayList<>();
    private Matter matter;

    private Journey(Matter matter, int version, Instant now) {
        this.matter = matter;
        this.version = version;
        this.now = now;
    }

    /// What one step is judged by.
    ///
    /// @param openParts how many of the matters split from it are still open
    /// @param master others are merged into it
    /// @param masterDone the matter it is merged into has been handled
    public record Rules(
            Standard standard, Limits limits, int openParts, boolean master, boolean masterDone) {}

    /// The journey of a matter that exists: its result carries the next version.
    public static Journey of(Matter matter, Instant now) {
        return new Journey(matter, matter.version() + 1, now);
    }

    /// The journey of a new matter, whose first row is the report itself.
    public static Journey begin(Matter matter, Caller by, String facts) {
        var journey = new Journey(matter, matter.version(), matter.report().at());
        journey.append(
                new Step.Said(
                        by.account(),
                        by.name(),
                        Act.REPORT.key(),
                        "",
                        StateName.of(matter.state()).name(),
                        matter.report().text(),
                        facts),
                new Turned(
                        matter.report(),
                        matter.subject(),
                        matter.standing(),
                        matter.clock(),
                        false));
        return journey;
    }

    /// Asks the machine, and moves on if it agrees.
    public Decision take(Command command, Caller by, Rules rules) {
        var about =
                new Circumstances(
                        by.account(),
                        now,
                        matter.since(),
                        rules.openParts(),
                        rules.master(),
                        rules.masterDone(),
                        matter.sampled());
        var decision = Lifecycle.decide(matter.standing(), command, rules.standard(), about);
        if (decision instanceof Moved moved) {
            var next = new Standing(moved.next(), moved.aside());
            var subject = Subjects.after(matter.subject(), command);
            var clock = clock(moved, subject, rules.limits());
            var said =
                    new Step.Said(
                            by.account(),
                            by.name(),
                            command.act().key(),
                            StateName.of(matter.state()).name(),
                            StateName.of(moved.next()).name(),
                            Notes.of(command),
                            Notes.facts(command, matter.clock(), clock));
            boolean begins = moved.clock() instanceof Decision.Begin;
            var report = Subjects.after(matter.report(), command);
            append(said, new Turned(report, subject, next, clock, begins));
        }
        return decision;
    }

    public Matter matter() {
        return matter;
    }

    public List<Step> steps() {
        return List.copyOf(steps);
    }

    private StageClock clock(Moved moved, Matter.Subject subject, Limits limits) {
        var turn =
                new StageClock.Turn(
                        moved.next(),
                        matter.report().at(),
                        matter.since(),
                        matter.aside().hold(),
                        moved.aside().hold(),
                        now);
        return subject.item().equals(matter.subject().item())
                ? matter.clock().after(moved.clock(), turn, limits)
                : matter.clock().after(new Decision.Anew(false), turn, limits);
    }

    /// What a step makes of a matter.
    ///
    /// @param begins a stage begins even where it is the same as before
    private record Turned(
            Report report,
            Matter.Subject subject,
            Standing standing,
            StageClock clock,
            boolean begins) {}

    private void append(Step.Said said, Turned to) {
        var id = matter.id();
        var step =
                Step.link(id.region(), id.value(), matter.steps() + 1, now, said, matter.chain());
        steps.add(step);
        boolean sameStage = !to.begins() && to.clock().stage().equals(matter.clock().stage());
        matter =
                new Matter(
                        matter.id(),
                        version,
                        to.report(),
                        to.subject(),
                        to.standing(),
                        to.clock(),
                        sameStage ? matter.since() : now,
                        now,
                        step.seq(),
                        step.hash());
    }
}
