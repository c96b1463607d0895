package org.huying.whistle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huying.whistle.WhistleCalls.part;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

class WhistleObjectionTest extends WhistleStage {

    WhistleObjectionTest(@Autowired MockMvcTester http, @Autowired JsonMapper json) {
        super(http, json);
    }

    @Test
    void anObjectionIsUpheldByTheCountyAndAnotherUnitTakesThePart() {
        var id = blown();
        var unit = town.unit("urban");
        calls.step(urban, id, part(unit, "object"), "{\"reason\":\"不归我们管\"}");
        var uphold =
                "{\"upheld\":true,\"words\":\"归消防\",\"instead\":\"%s\"}"
                        .formatted(town.unit("fire"));
        for (var wrong : List.of(street, urban, traffic)) {
            assertThat(calls.tryStep(wrong, id, part(unit, "arbitrate"), uphold)).hasStatus(403);
        }
        assertThat(
                        calls.tryStep(
                                county,
                                id,
                                part(unit, "arbitrate"),
                                "{\"upheld\":true,\"words\":\"不归它\"}"))
                .hasStatus(409);
        var decided = calls.step(county, id, part(unit, "arbitrate"), uphold);
        assertThat(calls.summons(decided, unit).at("/state").asString()).isEqualTo("UPHELD");
        assertThat(calls.summons(decided, town.unit("fire")).at("/lead").asBoolean()).isTrue();
        assertThat(calls.tryStep(urban, id, part(unit, "check-in"), calls.arrival(urban)))
                .hasStatus(409);
        calls.checkIn(town.member("fire"), id, town.unit("fire"));
    }

    @Test
    void anObjectionThatIsDeniedIsFinalAndTheLimitHasRunOn() {
        var id = blown();
        var unit = town.unit("gas");
        calls.step(gas, id, part(unit, "object"), "{\"reason\":\"不归我们管\"}");
        clock.move(Duration.ofHours(3));
        missed(id);
        assertThat(calls.summons(calls.show(street, id), unit).at("/state").asString())
                .isEqualTo("OBJECTED");
        calls.step(county, id, part(unit, "arbitrate"), "{\"upheld\":false,\"words\":\"归它管\"}");
        assertThat(calls.tryStep(gas, id, part(unit, "object"), "{\"reason\":\"还是不归\"}"))
                .hasStatus(409);
        missed(id);
        assertThat(calls.summons(calls.show(street, id), unit).at("/state").asString())
                .isEqualTo("MISSED");
    }

    @Test
    void anObjectionAfterItsTimeIsRefused() {
        var id = blown();
        clock.move(Duration.ofMinutes(61));
        var refused =
                calls.tryStep(gas, id, part(town.unit("gas"), "object"), "{\"reason\":\"不归\"}");
        assertThat(refused).hasStatus(409);
        assertThat(calls.body(refused).at("/reason").asString()).isEqualTo("OBJECTION_LATE");
    }
}
