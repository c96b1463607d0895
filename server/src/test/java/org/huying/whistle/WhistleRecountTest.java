package org.huying.whistle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huying.whistle.WhistleCalls.part;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.huying.Town;
import org.huying.calendar.Recountable.Chunk;
import org.huying.calendar.Recountable.Outcome;
import org.huying.eventlog.Consumers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The limits of units that are still to come follow the days of the county. The whistles here are blown on a Monday at
/// nine: two working hours to come, one to object.
@TestPropertySource(properties = "huying.access.second-factor=false")
class WhistleRecountTest extends WhistleStage {

    private static final UUID FIRST = new UUID(0, 0);

    @Autowired WhistleRecount recount;
    @Autowired WhistleDesk taking;
    @Autowired Whistles whistles;
    @Autowired Consumers consumers;
    @Autowired MockMvcTester http;

    WhistleRecountTest(@Autowired MockMvcTester http, @Autowired JsonMapper json) {
        super(http, json);
    }

    @AfterEach
    void theDayIsWorkedAgain() {
        day("");
    }

    @Test
    void whoIsStillToComeComesLaterAndWhoCameIsLeftAlone() {
        var id = blown();
        calls.checkIn(urban, id, town.unit("urban"));
        var objects = "{\"reason\":\"不归我们\"}";
        calls.step(traffic, id, part(town.unit("traffic"), "object"), objects);
        var before = calls.show(street, id);
        day(",\"worked\":false");
        assertThat(counted().moved()).isPositive();
        var after = calls.show(street, id);
        assertThat(due(after, "urban")).isEqualTo(due(before, "urban"));
        for (var unit : new String[] {"traffic", "gas"}) {
            assertThat(due(after, unit))
                    .as("%s: two working hours of Tuesday morning", unit)
                    .isEqualTo(OffsetDateTime.parse("2027-03-02T11:00:00+08:00").toInstant());
        }
        assertThat(seat(after, "traffic").at("/objectBy"))
                .as("it has objected")
                .isEqualTo(seat(before, "traffic").at("/objectBy"));
        assertThat(seat(after, "gas").at("/objectBy"))
                .isNotEqualTo(seat(before, "gas").at("/objectBy"));
        assertThat(acts(after)).filteredOn("recount"::equals).hasSize(2);
        told(id, before, after);
        int version = after.at("/version").asInt();
        counted();
        assertThat(calls.version(street, id)).as("counted once more").isEqualTo(version);
        clock.move(Duration.ofHours(3));
        assertThat(missed(id)).as("nobody is missed on the holiday").isZero();
        assertThat(damages()).isEmpty();
    }

    private void told(String id, JsonNode before, JsonNode after) {
        var facts =
                StreamSupport.stream(after.at("/timeline").spliterator(), false)
                        .filter(it -> it.at("/act").asString().equals("recount"))
                        .map(it -> it.at("/facts"))
                        .filter(it -> it.at("/unit").asString().equals(unit("gas")))
                        .findFirst()
                        .orElseThrow();
        assertThat(facts.at("/was").asString()).isEqualTo(due(before, "gas").toString());
        assertThat(facts.at("/due").asString()).isEqualTo(due(after, "gas").toString());
        assertThat(facts.has("objectWas")).isTrue();
        consumers.drain();
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT recipient FROM notice.notice
                                         WHERE matter = :id AND template = 'whistle-recount'
                                        """)
                                .param("id", UUID.fromString(id))
                                .query(UUID.class)
                                .list())
                .containsExactlyInAnyOrder(town.unit("gas"), town.unit("traffic"));
    }

    @Test
    void whoWasMissedStaysMissed() {
        var id = blown();
        clock.move(Duration.ofHours(3));
        assertThat(missed(id)).isEqualTo(3);
        var before = calls.show(street, id);
        day(",\"worked\":false");
        counted();
        assertThat(calls.show(street, id).at("/summoned")).isEqualTo(before.at("/summoned"));
    }

    @Test
    void whatHasGoneOnMeanwhileIsNotOverwritten() {
        var id = blown();
        var stale = whistles.find(new WhistleId(Town.REGION, UUID.fromString(id))).orElseThrow();
        calls.step(gas, id, part(town.unit("gas"), "receive"), "{}");
        var later = OffsetDateTime.parse("2027-03-03T10:00:00+08:00").toInstant();
        var limits = new Summons.Limits(later, stale.standing().lead().objectBy());
        assertThat(taking.recount(stale, _ -> limits)).isEqualTo(Outcome.LOST);
        assertThat(seat(calls.show(street, id), "gas").at("/state").asString())
                .isEqualTo("RECEIVED");
    }

    private Chunk counted() {
        return recount.recount(Town.REGION, FIRST, 1_000);
    }

    private void day(String worked) {
        assertThat(put("{\"why\":\"停工\",\"days\":[{\"day\":\"2027-03-01\"%s}]}".formatted(worked)))
                .hasStatus(204);
    }

    private MvcTestResult put(String body) {
        return http.put()
                .uri("/api/v1/" + Town.REGION + "/calendar/days")
                .header(
                        HttpHeaders.AUTHORIZATION,
                        "Bearer " + town.desk("system-admin", Town.COUNTY))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private String unit(String key) {
        return town.unit(key).toString();
    }

    private Instant due(JsonNode whistle, String unit) {
        return OffsetDateTime.parse(seat(whistle, unit).at("/due").asString()).toInstant();
    }

    private JsonNode seat(JsonNode whistle, String unit) {
        return calls.summons(whistle, town.unit(unit));
    }
}
