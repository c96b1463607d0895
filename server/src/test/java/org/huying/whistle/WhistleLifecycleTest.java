package org.huying.whistle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huying.whistle.Samples.GOOD;
import static org.huying.whistle.Samples.HELP;
import static org.huying.whistle.Samples.LATER;
import static org.huying.whistle.Samples.LEAD;
import static org.huying.whistle.Samples.NOW;
import static org.huying.whistle.Samples.OTHER;
import static org.huying.whistle.Samples.RECORD;
import static org.huying.whistle.Samples.SIGNATURE;
import static org.huying.whistle.Samples.there;
import static org.huying.whistle.Samples.unit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.whistle.Decision.Moved;
import org.huying.whistle.Decision.Refusal;
import org.huying.whistle.Decision.Refused;
import org.huying.whistle.WhistleState.Blown;
import org.huying.whistle.WhistleState.InProgress;
import org.huying.whistle.WhistleState.Result;
import org.huying.whistle.WhistleState.ResultSubmitted;
import org.junit.jupiter.api.Test;

class WhistleLifecycleTest {

    private static final Standing WORKING =
            new Standing(
                    new InProgress(Optional.of(RECORD)),
                    List.of(there(LEAD, true, true), there(HELP, false, false)));

    @Test
    void nobodyLeavesBeforeTheWorkIsDone() {
        assertThat(decide(WORKING, new Command.Leave(HELP), NOW))
                .isEqualTo(new Refused(Refusal.WORK_UNFINISHED));
    }

    @Test
    void theResultWaitsForTheSignatureOfEverybodyPresentAndOfTheSameText() {
        assertThat(decide(WORKING, new Command.Submit(LEAD, "办结"), NOW))
                .isEqualTo(new Refused(Refusal.SIGNATURE_MISSING));
        assertThat(decide(WORKING, new Command.Submit(HELP, "办结"), NOW))
                .isEqualTo(new Refused(Refusal.NOT_THE_LEAD));
        assertThat(decide(WORKING, new Command.Sign(HELP, 2, SIGNATURE), NOW))
                .isEqualTo(new Refused(Refusal.RECORD_CHANGED));
        var signed = moved(WORKING, new Command.Sign(HELP, 1, SIGNATURE), NOW);
        assertThat(signed.unsigned()).isEmpty();
        var rewritten = moved(signed, new Command.WriteRecord(LEAD, "改一句"), NOW);
        assertThat(rewritten.unsigned()).hasSize(2);
        assertThat(moved(signed, new Command.Submit(LEAD, "办结"), NOW).state())
                .isInstanceOf(ResultSubmitted.class);
    }

    @Test
    void whoIsNotThereWhenTheResultIsInNeedNotComeAnyMore() {
        var standing =
                new Standing(
                        new InProgress(Optional.of(RECORD)),
                        List.of(
                                there(LEAD, true, true),
                                unit(HELP, false, new SummonsState.Received()),
                                unit(OTHER, false, new SummonsState.Missed())));
        var after = moved(standing, new Command.Submit(LEAD, "办结"), NOW);
        assertThat(after.of(HELP).orElseThrow().state().done()).isTrue();
        assertThat(after.of(OTHER).orElseThrow().rateable()).isTrue();
        assertThat(after.of(HELP).orElseThrow().rateable()).isFalse();
        assertThat(after.of(LEAD).orElseThrow().state().present()).isTrue();
    }

    @Test
    void aCheckInIsLateAfterTheLimitAndNotAtIt() {
        var standing = blown(new SummonsState.Summoned());
        var due = Samples.LIMITS.due();
        assertThat(late(moved(standing, new Command.CheckIn(HELP, Samples.ARRIVAL), due)))
                .isFalse();
        var after = due.plusMillis(1);
        assertThat(late(moved(standing, new Command.CheckIn(HELP, Samples.ARRIVAL), after)))
                .isTrue();
    }

    @Test
    void aMissIsMarkedOnceAfterTheLimitAndWhoMissedMayStillCome() {
        var standing = blown(new SummonsState.Summoned());
        var miss = new Command.Miss(HELP, Optional.of(OTHER));
        assertThat(decide(standing, miss, Samples.LIMITS.due()))
                .isEqualTo(new Refused(Refusal.NOT_YET_DUE));
        var missed = moved(standing, miss, LATER);
        assertThat(missed.escalated()).isTrue();
        assertThat(decide(missed, miss, LATER)).isEqualTo(new Refused(Refusal.WRONG_STATE));
        assertThat(late(moved(missed, new Command.CheckIn(HELP, Samples.ARRIVAL), LATER))).isTrue();
    }

    @Test
    void anObjectionIsInTimeDecidedOnceAndFinal() {
        var standing = blown(new SummonsState.Received());
        var objection = new Command.RaiseObjection(HELP, "不归我们管");
        assertThat(decide(standing, objection, LATER))
                .isEqualTo(new Refused(Refusal.OBJECTION_LATE));
        var objected = moved(standing, objection, NOW);
        var denied =
                moved(objected, new Command.Arbitrate(HELP, false, "归它", Optional.empty()), NOW);
        assertThat(decide(denied, objection, NOW)).isEqualTo(new Refused(Refusal.WRONG_STATE));
    }

    @Test
    void aLeadGoesOnlyWhenSomebodyTakesOver() {
        var standing =
                new Standing(
                        new Blown(),
                        List.of(
                                unit(LEAD, true, new SummonsState.Objected()),
                                unit(HELP, false, new SummonsState.Summoned())));
        assertThat(
                        decide(
                                standing,
                                new Command.Arbitrate(LEAD, true, "不归它", Optional.empty()),
                                NOW))
                .isEqualTo(new Refused(Refusal.LEAD_NEEDED));
        var toOther =
                moved(
                        standing,
                        new Command.Arbitrate(LEAD, true, "归另一家", Optional.of(Samples.successor())),
                        NOW);
        assertThat(toOther.lead().unit()).isEqualTo(OTHER);
        var toHelp =
                moved(
                        standing,
                        new Command.Release(
                                LEAD,
                                "换一家",
                                Optional.of(new Command.Successor(HELP, Samples.LIMITS))),
                        NOW);
        assertThat(toHelp.lead().unit()).isEqualTo(HELP);
    }

    @Test
    void everyUnitThatCameOrMissedIsRatedAndNoOther() {
        var standing =
                new Standing(
                        new ResultSubmitted(new Result(RECORD, "办结")),
                        List.of(
                                there(LEAD, true, true),
                                unit(HELP, false, new SummonsState.Missed()),
                                unit(OTHER, false, new SummonsState.Upheld())));
        for (var units : List.of(Map.of(LEAD, GOOD), Map.of(LEAD, GOOD, OTHER, GOOD))) {
            assertThat(decide(standing, new Command.Evaluate(units), NOW))
                    .isEqualTo(new Refused(Refusal.EVALUATION_UNFIT));
        }
        assertThat(decide(standing, new Command.Close(""), NOW))
                .isEqualTo(new Refused(Refusal.EVALUATION_MISSING));
        var rated = moved(standing, new Command.Evaluate(Map.of(LEAD, GOOD, HELP, GOOD)), NOW);
        assertThat(moved(rated, new Command.Close(""), NOW).summons())
                .allMatch(it -> it.state().done());
        assertThat(Lifecycle.decide(standing, new Command.Evaluate(Map.of()), false, NOW))
                .isEqualTo(new Refused(Refusal.NOT_EVALUATED_HERE));
    }

    @Test
    void everyStateOfAUnitIsStoredAndReadBackTheSame() {
        for (var state : Samples.PARTS) {
            var part = List.of(unit(HELP, false, state));
            assertThat(SummonsRow.read(SummonsRow.write(part))).isEqualTo(part);
        }
    }

    private static Standing blown(SummonsState help) {
        return new Standing(
                new Blown(),
                List.of(unit(LEAD, true, new SummonsState.Summoned()), unit(HELP, false, help)));
    }

    private static boolean late(Standing standing) {
        return standing.of(HELP).orElseThrow().state().arrived().orElseThrow().late();
    }

    private static Decision decide(Standing standing, Command command, Instant now) {
        return Lifecycle.decide(standing, command, true, now);
    }

    private static Standing moved(Standing standing, Command command, Instant now) {
        assertThat(decide(standing, command, now)).isInstanceOf(Moved.class);
        return ((Moved) decide(standing, command, now)).next();
    }
}
