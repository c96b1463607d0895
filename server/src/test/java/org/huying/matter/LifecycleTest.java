package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huying.matter.Decision.Moved;
import org.huying.matter.Decision.Refusal;
import org.huying.matter.Decision.Refused;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    private static final UUID UNIT = new UUID(7, 7);
    private static final Assignment HAND = new Assignment(UNIT, Optional.empty(), 1);
    private static final Command.Evidence AFTER = new Command.Evidence("photo-after", UNIT);
    private static final Standard STANDARD =
            new Standard(
                    true,
                    Map.of("handle", List.of("photo-after")),
                    Set.of("outside-duty"),
                    Map.of("satisfied", true, "unsolved", false),
                    true,
                    3);

    private static final List<MatterState> STATES =
            List.of(
                    new MatterState.Reported(),
                    new MatterState.Rejected("outside-duty"),
                    new MatterState.Accepted(),
                    new MatterState.Dispatched(HAND),
                    new MatterState.Returned(HAND, "not ours"),
                    new MatterState.InProgress(HAND),
                    new MatterState.Handled(HAND, "done"),
                    new MatterState.Verifying(HAND, "done", 0),
                    new MatterState.Verifying(HAND, "done", 3),
                    new MatterState.Rework(HAND, "not clean"),
                    new MatterState.Rated(HAND, "done", "satisfied"),
                    new MatterState.Closed(HAND, "done", Optional.of("satisfied")));

    private static final List<Command> COMMANDS =
            List.of(
                    new Command.Accept(),
                    new Command.Reject("outside-duty", ""),
                    new Command.Classify("lamp", "street"),
                    new Command.Locate(TerritoryCode.of("370481001"), Optional.empty()),
                    new Command.Dispatch(UNIT, Optional.empty(), "rule"),
                    new Command.Acknowledge(),
                    new Command.Return("not ours"),
                    new Command.Handle("done", List.of(AFTER)),
                    new Command.Verify(true, "", List.of()),
                    new Command.Verify(false, "not clean", List.of()),
                    new Command.Rate("satisfied", ""),
                    new Command.Rate("unsolved", ""),
                    new Command.Unreached(""),
                    new Command.Close(""));

    @Test
    void allowsExactlyTheseSteps() {
        assertThat(allowed())
                .isEqualTo(
                        """
                        REPORTED -accept-> ACCEPTED
                        REPORTED -reject-> REJECTED
                        REPORTED -classify-> REPORTED
                        REPORTED -locate-> REPORTED
                        ACCEPTED -reject-> REJECTED
                        ACCEPTED -classify-> ACCEPTED
                        ACCEPTED -locate-> ACCEPTED
                        ACCEPTED -dispatch-> DISPATCHED
                        DISPATCHED -dispatch-> DISPATCHED
                        DISPATCHED -acknowledge-> IN_PROGRESS
                        DISPATCHED -return-> RETURNED
                        RETURNED -reject-> REJECTED
                        RETURNED -classify-> RETURNED
                        RETURNED -locate-> RETURNED
                        RETURNED -dispatch-> DISPATCHED
                        IN_PROGRESS -return-> RETURNED
                        IN_PROGRESS -handle-> HANDLED
                        HANDLED -verify-> VERIFYING
                        HANDLED -verify-> REWORK
                        VERIFYING -rate-> RATED
                        VERIFYING -rate-> REWORK
                        VERIFYING -unreached-> VERIFYING
                        VERIFYING -rate-> RATED
                        VERIFYING -rate-> REWORK
                        VERIFYING -unreached-> VERIFYING
                        VERIFYING -close-> CLOSED
                        REWORK -dispatch-> DISPATCHED
                        REWORK -acknowledge-> IN_PROGRESS
                        RATED -close-> CLOSED\
                        """);
    }

    @Test
    void hasASampleOfEveryState() {
        assertThat(STATES.stream().map(StateName::of)).contains(StateName.values());
        assertThat(COMMANDS.stream().map(Command::act).distinct()).hasSize(Act.values().length - 1);
    }

    @Test
    void neverOffersWhatItWouldRefuseAsWrongState() {
        for (var state : STATES) {
            for (var command : COMMANDS) {
                boolean offered = Lifecycle.steps(state).contains(command.act());
                var decision = Lifecycle.decide(state, command, STANDARD);
                assertThat(decision.equals(new Refused(Refusal.WRONG_STATE)))
                        .as("%s %s", state, command)
                        .isEqualTo(!offered);
            }
        }
    }

    @Test
    void leavesEveryOpenStateAWayOut() {
        for (var state : STATES) {
            assertThat(Lifecycle.steps(state).isEmpty()).as("%s", state).isEqualTo(!state.open());
        }
    }

    @Test
    void asksForTheProofThatTheItemNeeds() {
        var state = new MatterState.InProgress(HAND);
        assertThat(Lifecycle.decide(state, new Command.Handle("done", List.of()), STANDARD))
                .isEqualTo(new Refused(Refusal.EVIDENCE_MISSING));
        assertThat(Lifecycle.decide(state, new Command.Handle(" ", List.of(AFTER)), STANDARD))
                .isEqualTo(new Refused(Refusal.OUTCOME_MISSING));
    }

    @Test
    void refusesAnswersAndReasonsThatThePlaybookDoesNotKnow() {
        assertThat(
                        Lifecycle.decide(
                                new MatterState.Verifying(HAND, "done", 0),
                                new Command.Rate("splendid", ""),
                                STANDARD))
                .isEqualTo(new Refused(Refusal.ANSWER_UNKNOWN));
        assertThat(
                        Lifecycle.decide(
                                new MatterState.Reported(),
                                new Command.Reject("why", ""),
                                STANDARD))
                .isEqualTo(new Refused(Refusal.REASON_UNKNOWN));
    }

    @Test
    void countsEveryRoundOfRework() {
        var rework =
                Lifecycle.decide(
                        new MatterState.Handled(HAND, "done"),
                        new Command.Verify(false, "still dark", List.of()),
                        STANDARD);
        assertThat(rework)
                .isEqualTo(
                        new Moved(
                                new MatterState.Rework(
                                        new Assignment(UNIT, Optional.empty(), 2), "still dark")));
    }

    @Test
    void doesNotDispatchWhatHasNoItem() {
        var without = new Standard(false, Map.of(), Set.of(), Map.of(), true, 3);
        assertThat(
                        Lifecycle.decide(
                                new MatterState.Accepted(),
                                new Command.Dispatch(UNIT, Optional.empty(), ""),
                                without))
                .isEqualTo(new Refused(Refusal.ITEM_MISSING));
    }

    private static String allowed() {
        var lines = new ArrayList<String>();
        for (var state : STATES) {
            for (var command : COMMANDS) {
                if (Lifecycle.decide(state, command, STANDARD) instanceof Moved(var next)) {
                    lines.add(
                            "%s -%s-> %s"
                                    .formatted(
                                            StateName.of(state),
                                            command.act().key(),
                                            StateName.of(next)));
                }
            }
        }
        return String.join("\n", lines);
    }
}
