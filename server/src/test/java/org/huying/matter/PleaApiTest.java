package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class PleaApiTest extends LoopApiTest {

    @Autowired MatterSummaries summaries;

    @Test
    void moreTimeIsAppliedForWithAReasonAPaperAndNotForTooLong() {
        var lamps = api.member("unit-handler", "lamps");
        var id = api.inHand(api.resident("13900000211"), "lamps");
        var paper = paper(lamps);
        assertThat(refused(lamps, id, more("weather", "1 work-day", "[]")))
                .isEqualTo("EVIDENCE_MISSING");
        assertThat(refused(lamps, id, more("lazy", "1 work-day", paper)))
                .isEqualTo("REASON_UNKNOWN");
        assertThat(refused(lamps, id, more("weather", "40 work-days", paper)))
                .isEqualTo("PLEA_TOO_LONG");
        api.step(lamps, id, "apply", more("weather", "1 work-day", paper));
        assertThat(flags(id)).contains(Flag.PLEADED).doesNotContain(Flag.APPEALED);
        assertThat(refused(lamps, id, more("weather", "1 work-day", paper(lamps))))
                .isEqualTo("PLEA_OPEN");
    }

    @Test
    void moreTimeIsGrantedByTheStreetAndOnlyOnce() {
        var lamps = api.member("unit-handler", "lamps");
        var id = api.inHand(api.resident("13900000201"), "lamps");
        var due = due(id);
        api.step(lamps, id, "apply", more("weather", "1 work-day", paper(lamps)));
        assertThat(api.attempt(lamps, id, "grant", no(1))).hasStatus(403);
        assertThat(api.attempt(api.staff("community-desk", api.community()), id, "grant", no(1)))
                .as("the community may not decide what the street decides")
                .hasStatus(403);
        api.step(api.staff("street-desk", "370481001"), id, "grant", no(1));
        assertThat(due(id)).isAfter(due);
        assertThat(refused(lamps, id, more("weather", "1 work-day", paper(lamps))))
                .isEqualTo("PLEA_TOO_OFTEN");
    }

    @Test
    void whoAppliesNeverDecides() {
        var street = api.staff("street-desk", "370481001");
        var id = api.inHand(api.resident("13900000202"), "street");
        api.step(
                street,
                id,
                "apply",
                plea("extension", "weather", "\"length\":\"1 work-day\"", paper(street)));
        assertThat(api.refused(street, id, "grant", no(1))).isEqualTo("SAME_PERSON");
        assertThat(api.refused(street, id, "deny", "{\"no\":1,\"words\":\"不行\"}"))
                .isEqualTo("SAME_PERSON");
        var county = api.desk("a");
        assertThat(api.refused(county, id, "deny", no(1))).isEqualTo("WORDS_MISSING");
        var denied = api.step(county, id, "deny", "{\"no\":1,\"words\":\"天气很好\"}");
        assertThat(denied.at("/beside/pleas/0/state").asString()).isEqualTo("DENIED");
        assertThat(api.refused(county, id, "grant", no(1))).isEqualTo("PLEA_MISSING");
    }

    @Test
    void aSuspensionStopsTheClockUntilItsDateAndIsNotEndedByTheRequester() {
        var lamps = api.member("unit-handler", "lamps");
        var resident = api.resident("13900000203");
        var id = api.inHand(resident, "lamps");
        var due = due(id);
        var until = "\"until\":\"%s\"".formatted(clock.instant().plus(Duration.ofDays(30)));
        api.step(lamps, id, "apply", plea("suspension", "season", until, paper(lamps)));
        assertThat(api.attempt(api.staff("street-desk", "370481001"), id, "grant", no(1)))
                .hasStatus(403);
        api.step(api.staff("county-desk", "370481"), id, "grant", no(1));
        assertThat(api.beside(id).at("/hold/kind").asString()).isEqualTo("SUSPENDED");
        assertThat(api.refused(resident, id, "answer", "{\"words\":\"快修\"}"))
                .isEqualTo("NOT_ON_HOLD");
        clock.move(Duration.ofDays(10));
        api.step(lamps, id, "resume", "{}");
        assertThat(due(id)).isAfter(due.plusDays(5));
    }

    @Test
    void whatIsExcludedStaysVisible() {
        var lamps = api.member("unit-handler", "lamps");
        var resident = api.resident("13900000204");
        var id = api.inHand(resident, "lamps");
        api.step(
                lamps, id, "apply", plea("exclusion", "malicious", "\"until\":null", paper(lamps)));
        var excluded = api.step(api.desk("a"), id, "grant", no(1));
        assertThat(excluded.at("/beside/excluded/0").asString()).isEqualTo("ALL");
        assertThat(excluded.at("/state").asString()).isEqualTo("IN_PROGRESS");
        assertThat(api.show(resident, id).at("/number").asString()).isNotEmpty();
    }

    @Test
    void aMistakenOneIsVoidedAndItsOpenApplicationsCanStillBeDecided() {
        var lamps = api.member("unit-handler", "lamps");
        var id = api.inHand(api.resident("13900000205"), "lamps");
        api.step(
                lamps, id, "apply", plea("exclusion", "malicious", "\"until\":null", paper(lamps)));
        api.step(lamps, id, "apply", plea("voiding", "mistaken", "\"until\":null", paper(lamps)));
        var voided = api.step(api.desk("a"), id, "grant", no(2));
        assertThat(voided.at("/state").asString()).isEqualTo("VOIDED");
        assertThat(voided.at("/open").asBoolean()).isFalse();
        api.step(api.desk("a"), id, "deny", "{\"no\":1,\"words\":\"已作废\"}");
    }

    @Test
    void aForcedClosureNeedsAnotherPersonAndWordsForTheRequester() {
        var lamps = api.member("unit-handler", "lamps");
        var resident = api.resident("13900000213");
        var id = api.inHand(resident, "lamps");
        api.step(
                lamps,
                id,
                "apply",
                plea("forced-closure", "not-let-in", "\"until\":null", paper(lamps)));
        var county = api.desk("a");
        assertThat(api.show(county, id).at("/beside/pleas/0/steps").values())
                .extracting(JsonNode::asString)
                .containsExactly("deny", "grant");
        assertThat(api.show(lamps, id).at("/beside/pleas/0/steps").values())
                .extracting(JsonNode::asString)
                .containsExactly("retract");
        assertThat(api.refused(county, id, "grant", no(1))).isEqualTo("WORDS_MISSING");
        var closed = api.step(county, id, "grant", "{\"no\":1,\"words\":\"三次上门无人开门\"}");
        assertThat(closed.at("/state").asString()).isEqualTo("CLOSED");
        assertThat(closed.at("/outcome").asString()).isEqualTo("三次上门无人开门");
        assertThat(closed.at("/answer").isNull()).isTrue();
        var again = api.step(resident, id, "reopen", "{\"words\":\"我在家了\"}");
        assertThat(again.at("/state").asString()).isEqualTo("REWORK");
    }

    @Test
    void theRequesterContestsARejectionInTimeAndNothingElse() {
        var resident = api.resident("13900000206");
        var desk = api.desk("a");
        var id = api.reported(resident);
        assertThat(
                        api.attempt(
                                resident,
                                id,
                                "apply",
                                plea("voiding", "mistaken", "\"until\":null", "[]")))
                .hasStatus(403);
        api.step(desk, id, "reject", "{\"reason\":\"outside-duty\",\"note\":\"不归政府管\"}");
        assertThat(api.show(resident, id).at("/steps").findValuesAsString("act")).contains("apply");
        assertThat(
                        api.attempt(
                                resident,
                                id,
                                "apply",
                                plea("exclusion", "malicious", "\"until\":null", "[]")))
                .hasStatus(403);
        var appealed =
                api.step(
                        resident,
                        id,
                        "apply",
                        plea("rejection-appeal", "mine", "\"until\":null", "[]"));
        assertThat(appealed.at("/beside/pleas/0/mine").asBoolean()).isTrue();
        var back = api.step(desk, id, "grant", no(1));
        assertThat(back.at("/state").asString()).isEqualTo("ACCEPTED");

        var late = api.reported(resident);
        api.step(desk, late, "reject", "{\"reason\":\"outside-duty\"}");
        clock.move(Duration.ofDays(16));
        assertThat(
                        api.refused(
                                resident,
                                late,
                                "apply",
                                plea("rejection-appeal", "mine", "\"until\":null", "[]")))
                .isEqualTo("PLEA_TOO_LATE");
    }

    @Test
    void aRatingIsContestedWithProofAndLeftOutButKept() {
        var id = api.closed(api.resident("13900000207"));
        var desk = api.desk("a");
        api.step(
                desk,
                id,
                "apply",
                plea("rating-appeal", "wrong-person", "\"until\":null", paper(desk)));
        assertThat(flags(id)).contains(Flag.PLEADED, Flag.APPEALED);
        var granted = api.step(api.desk("b"), id, "grant", no(1));
        assertThat(granted.at("/beside/excluded/0").asString()).isEqualTo("RATING");
        assertThat(flags(id)).doesNotContain(Flag.PLEADED, Flag.APPEALED);
        assertThat(granted.at("/answer/key").asString()).isEqualTo("satisfied");

        var late = api.closed(api.resident("13900000208"));
        clock.move(Duration.ofDays(20));
        assertThat(
                        api.refused(
                                desk,
                                late,
                                "apply",
                                plea("rating-appeal", "solved", "\"until\":null", paper(desk))))
                .isEqualTo("PLEA_TOO_LATE");
    }

    @Test
    void theRequesterTakesBackHisOwnAndNobodyElses() {
        var resident = api.resident("13900000209");
        var id = api.inHand(resident, "lamps");
        assertThat(api.attempt(api.resident("13900000210"), id, "withdraw", "{\"words\":\"算了\"}"))
                .hasStatus(404);
        var gone = api.step(resident, id, "withdraw", "{\"words\":\"自己修好了\"}");
        assertThat(gone.at("/state").asString()).isEqualTo("WITHDRAWN");
        assertThat(gone.at("/clock/due").isNull()).isTrue();
    }

    private String refused(String token, String id, String body) {
        return api.refused(token, id, "apply", body);
    }

    private static String more(String reason, String length, String evidence) {
        return plea("extension", reason, "\"length\":\"%s\"".formatted(length), evidence);
    }

    private OffsetDateTime due(String id) {
        JsonNode clockNow = api.show(api.desk("a"), id).at("/clock/due");
        return OffsetDateTime.parse(clockNow.asString());
    }

    private String paper(String token) {
        return api.proof(token, "paper");
    }

    private static String no(int no) {
        return "{\"no\":%d}".formatted(no);
    }

    private static String plea(String kind, String reason, String more, String evidence) {
        return "{\"kind\":\"%s\",\"reason\":\"%s\",%s,\"words\":\"理由如下\",\"evidence\":%s}"
                .formatted(kind.toUpperCase(Locale.ROOT).replace('-', '_'), reason, more, evidence);
    }

    private Set<Flag> flags(String id) {
        return summaries.of("370481", List.of(UUID.fromString(id))).getFirst().beside().flags();
    }
}
