package org.huying.whistle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huying.whistle.Samples.HELP;
import static org.huying.whistle.Samples.LATER;
import static org.huying.whistle.Samples.LEAD;
import static org.huying.whistle.Samples.NOW;
import static org.huying.whistle.Samples.there;
import static org.huying.whistle.Samples.unit;

import java.util.ArrayList;
import java.util.List;
import org.huying.whistle.Decision.Moved;
import org.junit.jupiter.api.Test;

/// Which step may follow which state, as tables: the specification.
class WhistleStepsTest {

    @Test
    void allowsExactlyTheseStepsOfAUnit() {
        assertThat(unitSteps())
                .isEqualTo(
                        """
                        SUMMONED -receive-> RECEIVED
                        SUMMONED -check-in-> CHECKED_IN
                        SUMMONED -object-> OBJECTED
                        SUMMONED -release-> ENDED
                        SUMMONED -miss-> MISSED
                        SUMMONED -recount-> SUMMONED
                        RECEIVED -check-in-> CHECKED_IN
                        RECEIVED -object-> OBJECTED
                        RECEIVED -release-> ENDED
                        RECEIVED -miss-> MISSED
                        RECEIVED -recount-> RECEIVED
                        OBJECTED -check-in-> CHECKED_IN
                        OBJECTED -arbitrate-> UPHELD
                        OBJECTED -arbitrate-> DENIED
                        OBJECTED -release-> ENDED
                        OBJECTED -recount-> OBJECTED
                        DENIED -check-in-> CHECKED_IN
                        DENIED -release-> ENDED
                        DENIED -miss-> MISSED
                        DENIED -recount-> DENIED
                        MISSED -check-in-> CHECKED_IN
                        MISSED -release-> ENDED
                        CHECKED_IN -sign-> CHECKED_IN
                        CHECKED_IN -release-> ENDED
                        CHECKED_IN -record-> CHECKED_IN
                        CHECKED_IN -leave-> ENDED\
                        """);
    }

    @Test
    void allowsExactlyTheseStepsOfTheWhole() {
        assertThat(wholeSteps())
                .isEqualTo(
                        """
                        BLOWN -withdraw-> WITHDRAWN
                        BLOWN -check-in-> IN_PROGRESS
                        IN_PROGRESS -submit-> RESULT_SUBMITTED
                        RESULT_SUBMITTED -evaluate-> EVALUATED
                        RESULT_SUBMITTED -close-> CLOSED
                        EVALUATED -close-> CLOSED\
                        """);
    }

    @Test
    void hasASampleOfEveryStateAndCommand() {
        assertThat(Samples.STATES.stream().map(WhistleStateName::of))
                .containsExactly(WhistleStateName.values());
        assertThat(Samples.PARTS.stream().map(SummonsStateName::of))
                .containsExactly(SummonsStateName.values());
        var acts = new ArrayList<WhistleAct>(List.of(WhistleAct.BLOW));
        Samples.ofUnit(HELP).forEach(it -> acts.add(it.act()));
        Samples.ofWhole().forEach(it -> acts.add(it.act()));
        assertThat(acts).contains(WhistleAct.values());
    }

    @Test
    void leavesEveryOpenStateAWayOut() {
        for (var state : Samples.STATES) {
            assertThat(Lifecycle.steps(state).isEmpty()).as("%s", state).isEqualTo(!state.open());
        }
        for (var state : Samples.PARTS) {
            assertThat(Attendance.steps(state).isEmpty()).as("%s", state).isEqualTo(state.done());
        }
    }

    /// What becomes of the assisting unit, in a whistle that runs and in one whose result is in.
    private static String unitSteps() {
        var lines = new ArrayList<String>();
        for (var state : Samples.PARTS) {
            for (var whole : List.of(Samples.STATES.get(1), Samples.STATES.get(2))) {
                for (boolean lead : List.of(false, true)) {
                    var one = unit(HELP, lead, state);
                    var standing = new Standing(whole, List.of(there(LEAD, !lead, true), one));
                    for (var command : Samples.ofUnit(HELP)) {
                        var now = command instanceof Command.Miss ? LATER : NOW;
                        if (Lifecycle.decide(standing, command, true, now)
                                instanceof Moved(var next)) {
                            lines.add(
                                    "%s -%s-> %s"
                                            .formatted(
                                                    SummonsStateName.of(state),
                                                    command.act().key(),
                                                    SummonsStateName.of(
                                                            next.of(HELP).orElseThrow().state())));
                        }
                    }
                }
            }
        }
        return String.join("\n", lines.stream().distinct().toList());
    }

    private static String wholeSteps() {
        var lines = new ArrayList<String>();
        for (var state : Samples.STATES) {
            for (boolean evaluated : List.of(true, false)) {
                var standing =
                        new Standing(
                                state,
                                List.of(
                                        there(LEAD, true, true),
                                        unit(HELP, false, new SummonsState.Summoned())));
                var commands = new ArrayList<>(Samples.ofWhole());
                commands.add(new Command.CheckIn(HELP, Samples.ARRIVAL));
                commands.add(new Command.Submit(LEAD, "办结"));
                for (var command : commands) {
                    if (Lifecycle.decide(standing, command, evaluated, NOW)
                                    instanceof Moved(var next)
                            && !next.state().equals(state)) {
                        lines.add(
                                "%s -%s-> %s"
                                        .formatted(
                                                WhistleStateName.of(state),
                                                command.act().key(),
                                                WhistleStateName.of(next.state())));
                    }
                }
            }
        }
        return String.join("\n", lines.stream().distinct().toList());
    }
}
