package org.huying.matter.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huying.calendar.WorkCalendar;
import org.huying.matter.StateName;
import org.huying.matter.loop.Decision.Moved;
import org.huying.matter.loop.Decision.Refused;
import org.huying.playbook.LoopRules;
import org.huying.playbook.MatterRules.RatingAnswer;
import org.huying.playbook.Text;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    private static final UUID UNIT = new UUID(7, 7);
    private static final Assignment HAND = new Assignment(UNIT, Optional.empty(), 1);
    private static final Command.Evidence AFTER = new Command.Evidence("photo-after", UNIT);
    private static final Instant NOW = Instant.parse("2026-03-02T04:00:00Z");
    private static final Circumstances BY_SOMEBODY =
            new Circumstances(new UUID(3, 3), NOW, NOW, 0, false, false, 0.5);
    private static final Standard STANDARD = standard(true);

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
                    new Command.Dispatch(UNIT, Optional.empty(), Optional.empty(), "rule"),
                    new Command.Acknowledge(),
                    new Command.Return("not ours"),
                    new Command.Handle("done", List.of(AFTER)),
                    new Command.Verify(true, false, "", List.of()),
                    new Command.Verify(false, false, "not clean", List.of()),
                    new Command.Rate("satisfied", Optional.empty(), "link", ""),
                    new Command.Rate("unsolved", Optional.empty(), "link", ""),
                    new Command.Unreached(""),
                    new Command.Close(""));

    @Test
    void neverOffersWhatItWouldRefuseAsWrongState() {
        for (var state : STATES) {
            for (var command : COMMANDS) {
                boolean offered = Transitions.acts(StateName.of(state)).contains(command.act());
                var decision = decide(state, command, STANDARD);
                assertThat(decision.equals(new Refused(Refusal.WRONG_STATE)))
                        .as("%s %s", state, command)
                        .isEqualTo(!offered);
            }
        }
    }

    @Test
    void asksForTheProofThatTheItemNeeds() {
        var state = new MatterState.InProgress(HAND);
        assertThat(decide(state, new Command.Handle("done", List.of()), STANDARD))
                .isEqualTo(new Refused(Refusal.EVIDENCE_MISSING));
        assertThat(decide(state, new Command.Handle(" ", List.of(AFTER)), STANDARD))
                .isEqualTo(new Refused(Refusal.OUTCOME_MISSING));
    }

    @Test
    void refusesAnswersAndReasonsThatThePlaybookDoesNotKnow() {
        assertThat(
                        decide(
                                new MatterState.Verifying(HAND, "done", 0),
                                new Command.Rate("splendid", Optional.empty(), "link", ""),
                                STANDARD))
                .isEqualTo(new Refused(Refusal.ANSWER_UNKNOWN));
        assertThat(decide(new MatterState.Reported(), new Command.Reject("why", ""), STANDARD))
                .isEqualTo(new Refused(Refusal.REASON_UNKNOWN));
    }

    @Test
    void countsEveryRoundOfRework() {
        var rework =
                decide(
                        new MatterState.Handled(HAND, "done"),
                        new Command.Verify(false, false, "still dark", List.of()),
                        STANDARD);
        assertThat(rework)
                .isEqualTo(
                        new Moved(
                                new MatterState.Rework(
                                        new Assignment(UNIT, Optional.empty(), 2), "still dark"),
                                Aside.NOTHING));
    }

    @Test
    void doesNotDispatchWhatHasNoItem() {
        var without = standard(false);
        assertThat(
                        decide(
                                new MatterState.Accepted(),
                                new Command.Dispatch(UNIT, Optional.empty(), Optional.empty(), ""),
                                without))
                .isEqualTo(new Refused(Refusal.ITEM_MISSING));
    }

    private static Decision decide(MatterState state, Command command, Standard standard) {
        return Lifecycle.decide(new Standing(state, Aside.NOTHING), command, standard, BY_SOMEBODY);
    }

    private static Standard standard(boolean item) {
        var name = new Text("", "");
        return new Standard(
                item,
                Map.of("handle", List.of("photo-after")),
                Set.of("outside-duty"),
                Map.of(
                        "satisfied", new RatingAnswer(name, true, 1, Set.of()),
                        "unsolved", new RatingAnswer(name, false, 0, Set.of())),
                true,
                3,
                true,
                true,
                LoopRules.PLAIN,
                WorkCalendar.china());
    }
}
