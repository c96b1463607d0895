package org.huying.whistle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huying.whistle.WhistleCalls.part;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What communities say of the street they called, by month.
class ReverseRatingEdgeTest extends WhistleStage {

    private static final String SPAN = "/figures/ratings?from=2027-06-01&to=2027-07-31";

    private String community = "";

    ReverseRatingEdgeTest(@Autowired MockMvcTester http, @Autowired JsonMapper json) {
        super(http, json);
    }

    @Test
    void ratingsAreWeighedPerUnitAndMonthAndAFewGetNoGrade() {
        clock.move(Duration.ofDays(120)); // 29 June 2027
        community = town.desk("community-desk", town.community);
        street = town.desk("street-desk", town.street);
        for (int i = 0; i < ReverseRating.ENOUGH; i++) {
            rated(4, 5);
        }
        clock.move(Duration.ofDays(3));
        rated(1, 2);
        come();
        var unit = only(calls.body(calls.get(street, SPAN)));
        assertThat(unit.at("/name").asString()).isEqualTo("street");
        assertThat(unit.at("/whole/summoned").asInt()).isEqualTo(7);
        assertThat(unit.at("/whole/rated").asInt()).isEqualTo(6);
        assertThat(unit.at("/whole/score").asDouble()).isEqualTo(80.0);
        assertThat(unit.at("/whole/grade").asString()).isEqualTo("B");
        assertThat(unit.at("/parts")).hasSize(2);
        var june = unit.at("/parts/0");
        assertThat(june.at("/begins").asString()).isEqualTo("2027-06-01");
        assertThat(june.at("/rating/score").asDouble()).isEqualTo(90.0);
        assertThat(june.at("/rating/grade").asString()).isEqualTo("A");
        assertThat(june.at("/rating/few").asBoolean()).isFalse();
        var july = unit.at("/parts/1");
        assertThat(july.at("/rating/summoned").asInt()).isEqualTo(2);
        assertThat(july.at("/rating/rated").asInt()).isEqualTo(1);
        assertThat(july.at("/rating/score").asDouble()).isEqualTo(30.0);
        assertThat(july.at("/rating/few").asBoolean()).isTrue();
        assertThat(july.at("/rating/grade").isNull() || july.at("/rating/grade").isMissingNode())
                .as("one word is no verdict")
                .isTrue();
        var quarters = only(calls.body(calls.get(street, SPAN + "&step=quarter")));
        assertThat(quarters.at("/parts/0/begins").asString()).isEqualTo("2027-04-01");
        assertThat(calls.body(calls.get(gas, SPAN)).at("/units").isEmpty())
                .as("not of its business")
                .isTrue();
        assertThat(calls.get(street, SPAN + "&step=week")).hasStatus(422);
        assertThat(calls.get(street, "/figures/ratings?from=2026-01-01&to=2027-01-02"))
                .hasStatus(422);
    }

    private JsonNode only(JsonNode ratings) {
        return ratings.at("/units")
                .valueStream()
                .filter(it -> it.at("/unit").asString().equals(town.unit("street").toString()))
                .findFirst()
                .orElseThrow();
    }

    private void rated(int response, int quality) {
        var id = come();
        var unit = town.unit("street");
        calls.step(street, id, part(unit, "record"), "{\"text\":\"到场清理\"}");
        calls.step(street, id, part(unit, "sign"), "{\"revision\":1}");
        calls.step(street, id, part(unit, "submit"), "{\"outcome\":\"已清理\"}");
        calls.step(
                community,
                id,
                "evaluate",
                "{\"units\":[{\"unit\":\"%s\",\"response\":%d,\"quality\":%d,\"solved\":true,\"words\":\"看了\"}]}"
                        .formatted(unit, response, quality));
    }

    private String come() {
        var id =
                calls.blow(community, "community-to-street", town.community.value(), NO_ITEM)
                        .at("/id")
                        .asString();
        calls.checkIn(street, id, town.unit("street"));
        return id;
    }
}
