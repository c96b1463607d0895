package org.huying.matter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.huying.access.Caller;
import org.huying.matter.Decision.Moved;

/// One write in the making: a matter and the history rows that lead to it. Several steps of one call become one
/// version.
final class Journey {

    private final int version;
    private final Instant now;
    private final List<Step> steps = new ArrayList<>();
    private Matter matter;

    private Journey(Matter matter, int version, Instant now) {
        this.matter = matter;
        this.version = version;
        this.now = now;
    }

    /// The journey of a matter that exists: its result carries the next version.
    static Journey of(Matter matter, Instant now) {
        return new Journey(matter, matter.version() + 1, now);
    }

    /// The journey of a new matter, whose first row is the report itself.
    static Journey begin(Matter matter, Caller by, String facts) {
        var journey = new Journey(matter, matter.version(), matter.report().at());
        journey.append(
                new Step.Said(
                        by,
                        Act.REPORT,
                        "",
                        StateName.of(matter.state()).name(),
                        matter.report().text(),
                        facts),
                matter.state(),
                matter.clock(),
                matter.subject());
        return journey;
    }

    /// Asks the machine, and moves on if it agrees.
    Decision take(
            Command command,
            Caller by,
            Standard standard,
            StageClock.Limits limits,
            Matter.Subject subject,
            String facts) {
        var decision = Lifecycle.decide(matter.state(), command, standard);
        if (decision instanceof Moved(var next)) {
            var said =
                    new Step.Said(
                            by,
                            command.act(),
                            StateName.of(matter.state()).name(),
                            StateName.of(next).name(),
                            Notes.of(command),
                            facts);
            var clock =
                    subject.item().equals(matter.subject().item())
                            ? matter.clock().after(next, limits, now)
                            : matter.clock()
                                    .reclassified(limits, matter.since(), matter.report().at());
            append(said, next, clock, subject);
        }
        return decision;
    }

    Matter matter() {
        return matter;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    private void append(
            Step.Said said, MatterState next, StageClock clock, Matter.Subject subject) {
        var step = Step.link(matter.id(), matter.steps() + 1, now, said, matter.chain());
        steps.add(step);
        boolean sameStage = clock.stage().equals(matter.clock().stage());
        matter =
                new Matter(
                        matter.id(),
                        version,
                        matter.report(),
                        subject,
                        next,
                        clock,
                        sameStage ? matter.since() : now,
                        now,
                        step.seq(),
                        step.hash());
    }
}
