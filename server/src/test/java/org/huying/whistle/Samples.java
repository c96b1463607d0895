package org.huying.whistle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.whistle.Command.Successor;
import org.huying.whistle.Summons.Evaluation;
import org.huying.whistle.Summons.Finding;
import org.huying.whistle.Summons.Limits;
import org.huying.whistle.Summons.Marks;
import org.huying.whistle.Summons.Miss;
import org.huying.whistle.Summons.Objection;
import org.huying.whistle.SummonsState.Arrival;
import org.huying.whistle.SummonsState.Signature;
import org.huying.whistle.WhistleState.JointRecord;
import org.huying.whistle.WhistleState.Result;

/// Units, states and commands for tests of the machine.
final class Samples {

    static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
    static final Instant LATER = NOW.plusSeconds(7_200);
    static final UUID LEAD = new UUID(1, 1);
    static final UUID HELP = new UUID(1, 2);
    static final UUID OTHER = new UUID(1, 3);
    static final UUID PERSON = new UUID(9, 9);
    static final Limits LIMITS =
            new Limits(NOW.plusSeconds(1_800), Optional.of(NOW.plusSeconds(600)));
    static final Arrival ARRIVAL =
            new Arrival(PERSON, "王", NOW, "路口", Optional.empty(), List.of(PERSON), false);
    static final Signature SIGNATURE = new Signature(PERSON, "王", NOW);
    static final JointRecord RECORD = new JointRecord(1, "三家到场，查封");
    static final Evaluation GOOD = new Evaluation(5, 4, true, "来得快");

    static final List<WhistleState> STATES =
            List.of(
                    new WhistleState.Blown(),
                    new WhistleState.InProgress(Optional.of(RECORD)),
                    new WhistleState.ResultSubmitted(new Result(RECORD, "办结")),
                    new WhistleState.Evaluated(new Result(RECORD, "办结")),
                    new WhistleState.Closed(new Result(RECORD, "办结")),
                    new WhistleState.Withdrawn("吹错了"));

    static final List<SummonsState> PARTS =
            List.of(
                    new SummonsState.Summoned(),
                    new SummonsState.Received(),
                    new SummonsState.Objected(),
                    new SummonsState.Upheld(),
                    new SummonsState.Denied(),
                    new SummonsState.Missed(),
                    new SummonsState.CheckedIn(ARRIVAL, Optional.empty()),
                    new SummonsState.Ended(Optional.of(ARRIVAL), Optional.of(SIGNATURE), NOW));

    private Samples() {}

    /// Everything that can be asked about the assisting unit.
    static List<Command> ofUnit(UUID unit) {
        return List.of(
                new Command.Receive(unit, PERSON),
                new Command.CheckIn(unit, ARRIVAL),
                new Command.RaiseObjection(unit, "不归我们管"),
                new Command.Arbitrate(unit, true, "确实不归它管", Optional.of(successor())),
                new Command.Arbitrate(unit, false, "归它管", Optional.empty()),
                new Command.WriteRecord(unit, "三家到场"),
                new Command.Sign(unit, 1, SIGNATURE),
                new Command.Submit(unit, "办结"),
                new Command.Leave(unit),
                new Command.Release(unit, "用不着了", Optional.of(successor())),
                new Command.Miss(unit, Optional.of(OTHER)),
                new Command.Recount(
                        unit, new Limits(LATER.plusSeconds(3_600), Optional.of(LATER))));
    }

    static List<Command> ofWhole() {
        return List.of(
                new Command.Withdraw("吹错了"),
                new Command.Evaluate(Map.of(LEAD, GOOD)),
                new Command.Close(""));
    }

    static Successor successor() {
        return new Successor(OTHER, LIMITS);
    }

    static Summons unit(UUID id, boolean lead, SummonsState state) {
        var marks = Marks.NONE;
        if (state instanceof SummonsState.Objected) {
            marks = marks.with(new Objection("不归我们管", NOW, Optional.empty()));
        } else if (state instanceof SummonsState.Denied) {
            marks =
                    marks.with(
                            new Objection(
                                    "不归我们管", NOW, Optional.of(new Finding(false, "归它管", NOW))));
        } else if (state instanceof SummonsState.Missed) {
            marks = marks.with(new Miss(NOW, Optional.of(OTHER)));
        }
        return Summons.fresh(id, lead, NOW, LIMITS).to(state).marked(marks);
    }

    static Summons there(UUID id, boolean lead, boolean signed) {
        return unit(
                id,
                lead,
                new SummonsState.CheckedIn(
                        ARRIVAL, signed ? Optional.of(SIGNATURE) : Optional.empty()));
    }
}
