package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AftercareApiTest extends LoopApiTest {

    @Test
    void whoHandledItNeitherChecksNorRatesIt() {
        var desk = api.desk("a");
        var id = api.inHand(api.resident("13900000301"), "lamps");
        api.handled(desk, id);
        assertThat(api.refused(desk, id, "verify", "{\"passed\":true}")).isEqualTo("SAME_PERSON");
        api.checked(api.desk("b"), id);
        assertThat(api.refused(desk, id, "rate", "{\"answer\":\"satisfied\"}"))
                .isEqualTo("SAME_PERSON");
    }

    @Test
    void nothingClosesUnratedBeforeAllAttemptsAtDifferentTimes() {
        var desk = api.desk("b");
        var id = api.verified(api.resident("13900000302"), "");
        assertThat(api.refused(desk, id, "close", "{}")).isEqualTo("RATING_MISSING");
        for (int i = 0; i < 3; i++) {
            api.step(desk, id, "unreached", "{\"note\":\"没人接\"}");
            assertThat(api.refused(desk, id, "unreached", "{}")).isEqualTo("TOO_SOON");
            clock.move(Duration.ofHours(5));
        }
        var closed = api.step(desk, id, "close", "{}");
        assertThat(closed.at("/state").asString()).isEqualTo("CLOSED");
        assertThat(closed.at("/answer").isNull()).as("unreached is not satisfied").isTrue();
    }

    @Test
    void anAnswerHasItsConsequences() {
        var resident = api.resident("13900000303");
        var unsolved = api.verified(resident, "");
        var again =
                api.step(
                        resident,
                        unsolved,
                        "rate",
                        "{\"answer\":\"dissatisfied\",\"contacted\":true}");
        assertThat(again.at("/state").asString()).isEqualTo("REWORK");
        assertThat(again.at("/round").asInt()).isEqualTo(2);
        assertThat(api.beside(unsolved).at("/supervision/kind").asString()).isEqualTo("KEY");

        var solved = api.verified(resident, "");
        api.step(resident, solved, "rate", "{\"answer\":\"solved-dissatisfied\"}");
        var desk = api.desk("b");
        assertThat(api.step(desk, solved, "close", "{}").at("/beside/revisit").asBoolean())
                .isTrue();
        var revisit = "{\"reached\":true,\"solved\":%s,\"words\":\"去看了\"}";
        assertThat(api.refused(api.desk("a"), solved, "revisit", revisit.formatted(true)))
                .as("by somebody other than the handler")
                .isEqualTo("SAME_PERSON");
        api.step(desk, solved, "revisit", revisit.formatted(true));
        assertThat(api.refused(desk, solved, "revisit", revisit.formatted(true)))
                .isEqualTo("NOT_OWED");
    }

    @Test
    void isReopenedWithinTheWindowFromTheTimeItWasClosed() {
        var resident = api.resident("13900000304");
        var id = api.closed(resident);
        clock.move(Duration.ofDays(10));
        api.step(api.desk("a"), id, "comment", "{\"words\":\"归档\"}");
        clock.move(Duration.ofDays(4));
        assertThat(api.step(resident, id, "reopen", "{\"words\":\"又不亮了\"}").at("/state").asString())
                .isEqualTo("REWORK");
        var late = api.closed(resident);
        clock.move(Duration.ofDays(10));
        api.step(api.desk("a"), late, "comment", "{\"words\":\"这一步不算结案\"}");
        clock.move(Duration.ofDays(6));
        assertThat(api.refused(resident, late, "reopen", "{\"words\":\"又不亮了\"}"))
                .isEqualTo("REOPEN_TOO_LATE");
    }

    @Test
    void someAreRevisitedBySampleAndAllWithoutAName() {
        var resident = api.resident("13900000305");
        long sampled =
                IntStream.range(0, 25)
                        .filter(_ -> api.beside(api.closed(resident)).at("/revisit").asBoolean())
                        .count();
        assertThat(sampled).as("one in ten").isBetween(0L, 12L);
        var desk = api.desk("b");
        var nobody = api.inHand(desk, "lamps");
        api.handled(api.desk("a"), nobody);
        api.checked(desk, nobody);
        assertThat(api.step(desk, nobody, "close", "{}").at("/beside/revisit").asBoolean())
                .isTrue();
        var again =
                api.step(
                        desk,
                        nobody,
                        "revisit",
                        "{\"reached\":true,\"solved\":false,\"words\":\"还是不亮\"}");
        assertThat(again.at("/state").asString()).isEqualTo("REWORK");
    }

    @Test
    void aRevisitThatMeetsNobodyStaysOwedUntilSomebodyTriedOftenEnough() {
        var desk = api.desk("b");
        var id = api.inHand(desk, "lamps");
        api.handled(api.desk("a"), id);
        api.checked(desk, id);
        api.step(desk, id, "close", "{}");
        var nobody = "{\"reached\":false,\"solved\":false,\"words\":\"没人在\"}";
        for (int i = 0; i < 2; i++) {
            var missed = api.step(desk, id, "revisit", nobody);
            assertThat(missed.at("/state").asString()).isEqualTo("CLOSED");
            assertThat(missed.at("/beside/revisit").asBoolean()).isTrue();
            assertThat(api.refused(desk, id, "revisit", nobody)).isEqualTo("TOO_SOON");
            clock.move(Duration.ofHours(5));
        }
        assertThat(api.step(desk, id, "revisit", nobody).at("/beside/revisit").asBoolean())
                .isFalse();
        assertThat(api.refused(desk, id, "revisit", nobody)).isEqualTo("NOT_OWED");
    }

    @Test
    void inChengqiaoNothingClosesWithoutAnInvitationToRateInTheSameRound() {
        api.in(LoopApi.CHENGQIAO, "310151101");
        var resident = api.resident("13900000306");
        var handler = api.desk("a");
        var desk = api.desk("b");
        var id = api.inHand(resident, "lamps");
        api.handled(handler, id);
        api.checked(desk, id);
        assertThat(api.refused(desk, id, "close", "{}")).isEqualTo("NOT_INVITED");
        assertThat(api.refused(desk, id, "invite", "{\"way\":\"pigeon\"}"))
                .isEqualTo("REASON_UNKNOWN");
        api.step(desk, id, "invite", "{\"way\":\"visit\"}");
        assertThat(api.refused(desk, id, "close", "{}")).isEqualTo("RATING_MISSING");
        api.step(resident, id, "rate", "{\"answer\":\"dissatisfied\"}");
        api.step(handler, id, "acknowledge", "{}");
        api.handled(handler, id);
        api.checked(desk, id);
        assertThat(api.refused(desk, id, "close", "{}")).isEqualTo("NOT_INVITED");
        api.step(desk, id, "invite", "{\"way\":\"visit\"}");
        api.step(resident, id, "rate", "{\"answer\":\"satisfied\"}");
        assertThat(api.step(desk, id, "close", "{}").at("/state").asString()).isEqualTo("CLOSED");
    }
}
