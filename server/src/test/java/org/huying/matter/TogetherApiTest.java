package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class TogetherApiTest extends LoopApiTest {

    @Test
    void theLeadWaitsForTheUnitsThatHelp() {
        var lamps = api.member("unit-handler", "lamps");
        var water = api.member("unit-handler", "water");
        var id = api.inHand(api.resident("13900000101"), "lamps");
        assertThat(api.attempt(water, id, "join", unit("water"))).hasStatus(404);
        api.step(
                lamps,
                id,
                "engage",
                "{\"unit\":\"%s\",\"limit\":\"1 work-day\",\"words\":\"先停水\"}"
                        .formatted(api.unit("water")));
        assertThat(
                        api.refused(
                                lamps,
                                id,
                                "engage",
                                "{\"unit\":\"%s\",\"words\":\"再来\"}".formatted(api.unit("water"))))
                .isEqualTo("ASSIST_TWICE");
        var asked = api.show(water, id).at("/beside/assists/0");
        assertThat(asked.at("/state").asString()).isEqualTo("ASKED");
        assertThat(asked.at("/due").asString()).isNotEmpty();
        assertThat(api.attempt(water, id, "join", unit("lamps"))).hasStatus(403);
        api.step(water, id, "join", unit("water"));
        assertThat(
                        api.refused(
                                lamps,
                                id,
                                "handle",
                                "{\"outcome\":\"修好了\",\"evidence\":%s}"
                                        .formatted(api.photos(lamps))))
                .isEqualTo("ASSIST_OPEN");
        assertThat(api.attempt(water, id, "handle", "{\"outcome\":\"修好了\"}")).hasStatus(403);
        api.step(
                water,
                id,
                "contribute",
                "{\"unit\":\"%s\",\"words\":\"停了\"}".formatted(api.unit("water")));
        api.handled(lamps, id);
        assertThat(api.state(id)).isEqualTo("HANDLED");
    }

    @Test
    void aUnitMayDeclineAndTheLeadMayLetOneGo() {
        var lamps = api.member("unit-handler", "lamps");
        var water = api.member("unit-handler", "water");
        var id = api.inHand(api.resident("13900000102"), "lamps");
        api.step(
                lamps,
                id,
                "engage",
                "{\"unit\":\"%s\",\"words\":\"帮忙\"}".formatted(api.unit("water")));
        assertThat(api.refused(water, id, "decline", unit("water"))).isEqualTo("WORDS_MISSING");
        api.step(
                water,
                id,
                "decline",
                "{\"unit\":\"%s\",\"words\":\"没有水管\"}".formatted(api.unit("water")));
        api.step(
                lamps,
                id,
                "engage",
                "{\"unit\":\"%s\",\"words\":\"另一处帮忙\"}".formatted(api.unit("committee")));
        api.step(lamps, id, "release", unit("committee"));
        assertThat(api.refused(lamps, id, "release", unit("committee")))
                .isEqualTo("NO_SUCH_ASSIST");
        api.handled(lamps, id);
    }

    @Test
    void aUnitThatIsGivenTheLeadNoLongerHelps() {
        var id = api.inHand(api.resident("13900000103"), "committee");
        api.step(
                api.desk("a"),
                id,
                "engage",
                "{\"unit\":\"%s\",\"words\":\"帮忙\"}".formatted(api.unit("street")));
        api.step(
                api.desk("a"),
                id,
                "escalate",
                "{\"unit\":\"%s\",\"words\":\"改由街道办\"}".formatted(api.unit("street")));
        assertThat(api.beside(id).at("/assists/0/state").asString()).isEqualTo("RELEASED");
    }

    @Test
    void aConsultationHasUnitsOpinionsAndADecision() {
        var resident = api.resident("13900000104");
        var lamps = api.member("unit-handler", "lamps");
        var water = api.member("unit-handler", "water");
        var id = api.inHand(resident, "lamps");
        api.step(
                lamps,
                id,
                "consult",
                "{\"units\":[\"%s\"],\"words\":\"杆子归谁\"}".formatted(api.unit("water")));
        assertThat(api.attempt(resident, id, "opine", "{\"no\":1,\"words\":\"我看归路灯\"}"))
                .hasStatus(403);
        api.step(water, id, "opine", "{\"no\":1,\"words\":\"归路灯\"}");
        api.step(lamps, id, "conclude", "{\"no\":1,\"words\":\"归路灯，今天修\"}");
        assertThat(api.refused(water, id, "opine", "{\"no\":1,\"words\":\"补充\"}"))
                .isEqualTo("CONSULT_MISSING");
        var consult = api.show(lamps, id).at("/beside/consults/0");
        assertThat(consult.at("/opinions/0").asString()).isEqualTo("归路灯");
        assertThat(consult.at("/decision").asString()).isEqualTo("归路灯，今天修");
    }

    @Test
    void whoeverAskedDoesNotReadWhatIsSaidAmongThoseWhoWork() {
        var resident = api.resident("13900000105");
        var desk = api.desk("a");
        var id = api.inHand(resident, "lamps");
        api.step(desk, id, "comment", "{\"words\":\"此人常来\"}");
        api.step(desk, id, "instruct", "{\"words\":\"先办这件\"}");
        api.step(
                desk,
                id,
                "consult",
                "{\"units\":[\"%s\"],\"words\":\"怎么答复\"}".formatted(api.unit("water")));
        api.step(resident, id, "comment", "{\"words\":\"今晚又不亮\"}");
        assertThat(api.show(resident, id).at("/beside/consults")).isEmpty();
        assertThat(api.history(resident, id).findValuesAsString("note"))
                .contains("今晚又不亮")
                .doesNotContain("此人常来", "先办这件", "怎么答复");
        assertThat(api.history(desk, id).findValuesAsString("note")).contains("此人常来", "先办这件");
    }

    @Test
    void theClockWaitsForTheRequestersAnswer() {
        var resident = api.resident("13900000106");
        var desk = api.desk("a");
        var id = api.inHand(resident, "lamps");
        var due = OffsetDateTime.parse(api.show(desk, id).at("/clock/due").asString());
        var until = clock.instant().plus(Duration.ofDays(2));
        assertThat(api.refused(desk, id, "answer", "{\"words\":\"没问\"}")).isEqualTo("NOT_ON_HOLD");
        api.step(desk, id, "ask", "{\"until\":\"%s\",\"words\":\"哪一盏\"}".formatted(until));
        assertThat(api.show(desk, id).at("/clock/due").isNull()).isTrue();
        assertThat(api.refused(desk, id, "handle", "{\"outcome\":\"修好了\"}")).isEqualTo("ON_HOLD");
        assertThat(api.show(resident, id).at("/steps").findValuesAsString("act"))
                .contains("answer");
        clock.move(Duration.ofDays(1));
        api.step(resident, id, "answer", "{\"words\":\"门口那盏\"}");
        assertThat(OffsetDateTime.parse(api.show(desk, id).at("/clock/due").asString()))
                .isAfter(due);
    }

    @Test
    void aQuestionHoldsTheClockOnlyAsLongAndAsOftenAsThePlaceAllows() {
        var desk = api.desk("a");
        var id = api.inHand(api.resident("13900000108"), "lamps");
        var late = clock.instant().plus(Duration.ofDays(12));
        assertThat(
                        api.refused(
                                desk,
                                id,
                                "ask",
                                "{\"until\":\"%s\",\"words\":\"哪一盏\"}".formatted(late)))
                .isEqualTo("ASK_TOO_LONG");
        for (int i = 0; i < 2; i++) {
            var held = api.step(desk, id, "ask", "{\"words\":\"哪一盏\"}").at("/beside/hold/until");
            assertThat(OffsetDateTime.parse(held.asString()).toInstant())
                    .as("three work-days when nothing is said")
                    .isAfter(clock.instant().plus(Duration.ofDays(2)))
                    .isBefore(late);
            api.step(desk, id, "resume", "{}");
        }
        assertThat(api.refused(desk, id, "ask", "{\"words\":\"到底哪一盏\"}"))
                .isEqualTo("ASKED_TOO_OFTEN");
    }

    @Test
    void aTimeThatNobodyLivesToSeeIsInvalid() {
        var id = api.inHand(api.resident("13900000107"), "lamps");
        assertThat(
                        api.attempt(
                                api.desk("a"),
                                id,
                                "ask",
                                "{\"until\":\"+200000-01-01T00:00:00Z\",\"words\":\"何时\"}"))
                .hasStatus(422);
    }

    private String unit(String key) {
        return "{\"unit\":\"%s\"}".formatted(api.unit(key));
    }
}
