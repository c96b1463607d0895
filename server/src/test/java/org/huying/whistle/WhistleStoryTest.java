package org.huying.whistle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huying.whistle.WhistleCalls.part;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.huying.Town;
import org.huying.calendar.Calendars;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

class WhistleStoryTest extends WhistleStage {

    @Autowired Calendars calendars;

    WhistleStoryTest(@Autowired MockMvcTester http, @Autowired JsonMapper json) {
        super(http, json);
    }

    @Test
    void aStreetWhistlesAndThreeDepartmentsComeSignLeaveAndAreRated() {
        var blown = calls.blow(street, "street-to-department", town.community.value(), ITEM);
        var id = blown.at("/id").asString();
        assertThat(blown.at("/number").asString()).matches("370481-W270301-\\d{4}");
        assertThat(blown.at("/caller/unit").asString()).isEqualTo(town.unit("street").toString());
        assertThat(blown.at("/summoned")).hasSize(3);
        assertThat(blown.at("/summoned/0/unit").asString())
                .isEqualTo(town.unit("urban").toString());
        assertThat(blown.at("/summoned/0/due").asString()).startsWith("2027-03-01T11:00");

        calls.step(urban, id, part(town.unit("urban"), "receive"), "{}");
        clock.move(Duration.ofMinutes(40));
        calls.checkIn(urban, id, town.unit("urban"));
        calls.checkIn(traffic, id, town.unit("traffic"));
        clock.move(Duration.ofMinutes(100));
        var late = calls.checkIn(gas, id, town.unit("gas"));
        assertThat(calls.summons(late, town.unit("urban")).at("/arrival/late").asBoolean())
                .isFalse();
        assertThat(calls.summons(late, town.unit("gas")).at("/arrival/late").asBoolean()).isTrue();

        assertThat(calls.tryStep(urban, id, part(town.unit("urban"), "leave"), "{}"))
                .hasStatus(409);
        signedResult(id);
        calls.step(traffic, id, part(town.unit("traffic"), "leave"), "{}");
        assertThat(calls.tryStep(urban, id, "close", "{}")).hasStatus(409);
        var rated = calls.step(street, id, "evaluate", evaluation("urban", "traffic", "gas"));
        assertThat(rated.at("/state").asString()).isEqualTo("EVALUATED");
        var closed = calls.step(urban, id, "close", "{}");
        assertThat(closed.at("/state").asString()).isEqualTo("CLOSED");
        assertThat(closed.at("/steps")).isEmpty();

        var whole = calls.show(street, id);
        assertThat(acts(whole))
                .containsExactly(
                        "blow",
                        "receive",
                        "check-in",
                        "check-in",
                        "check-in",
                        "record",
                        "sign",
                        "sign",
                        "sign",
                        "submit",
                        "leave",
                        "evaluate",
                        "close");
        assertThat(calls.summons(whole, town.unit("gas")).at("/evaluation/response").asInt())
                .isEqualTo(4);
        assertThat(damages()).isEmpty();
    }

    @Test
    void aGridWhistlesItsCommunityAndNobodyIsAskedToRate() {
        gridWhistles(town.desk("grid-chief", town.grid));
    }

    @Test
    void aGridWorkerWhistlesAsTheGridsChiefDoes() {
        var worker = town.desk("grid-worker", town.grid);
        gridWhistles(worker);
        assertThat(
                        calls.tryBlow(
                                worker,
                                "community-to-street",
                                town.grid.value(),
                                NO_ITEM,
                                "other-level"))
                .hasStatus(403);
    }

    private void gridWhistles(String chief) {
        var community = town.desk("community-desk", town.community);
        var blown = calls.blow(chief, "grid-to-community", town.grid.value(), NO_ITEM);
        var id = blown.at("/id").asString();
        var unit = town.unit("community");
        assertThat(blown.at("/caller/unit").isNull() || blown.at("/caller/unit").isMissingNode())
                .isTrue();
        assertThat(blown.at("/summoned/0/unit").asString()).isEqualTo(unit.toString());
        calls.checkIn(community, id, unit);
        calls.step(community, id, part(unit, "record"), "{\"text\":\"劝离\"}");
        calls.step(community, id, part(unit, "sign"), "{\"revision\":1}");
        calls.step(community, id, part(unit, "submit"), "{\"outcome\":\"已劝离\"}");
        assertThat(calls.tryStep(chief, id, "evaluate", evaluation("community"))).hasStatus(409);
        assertThat(calls.step(chief, id, "close", "{}").at("/state").asString())
                .isEqualTo("CLOSED");
    }

    @Test
    void aCommunityWhistlesItsStreetAndRatesIt() {
        var community = town.desk("community-desk", town.community);
        var blown = calls.blow(community, "community-to-street", town.community.value(), NO_ITEM);
        var id = blown.at("/id").asString();
        var unit = town.unit("street");
        assertThat(blown.at("/summoned/0/unit").asString()).isEqualTo(unit.toString());
        calls.checkIn(street, id, unit);
        calls.step(street, id, part(unit, "record"), "{\"text\":\"到场清理\"}");
        calls.step(street, id, part(unit, "sign"), "{\"revision\":1}");
        calls.step(street, id, part(unit, "submit"), "{\"outcome\":\"已清理\"}");
        assertThat(calls.tryStep(street, id, "evaluate", evaluation("street"))).hasStatus(403);
        calls.step(community, id, "evaluate", evaluation("street"));
        calls.step(community, id, "close", "{}");
    }

    @Test
    void aDayThatTheCountyDoesNotWorkIsNotCounted() {
        var usual = due();
        day(
                "INSERT INTO calendar.day VALUES (:region, '2027-03-01', false, '本地放假', gen_random_uuid(), now())");
        assertThat(due()).isAfter(usual);
        day("DELETE FROM calendar.day WHERE region = :region AND day = '2027-03-01'");
        assertThat(due()).isEqualTo(usual);
    }

    private OffsetDateTime due() {
        var blown = calls.blow(street, "street-to-department", town.street.value(), ITEM);
        return OffsetDateTime.parse(blown.at("/summoned/0/due").asString());
    }

    private void day(String sql) {
        jdbc.sql(sql).param("region", Town.REGION).update();
        jdbc.sql(
                        """
                        INSERT INTO calendar.revision (region, revision) VALUES (:region, 1)
                        ON CONFLICT (region) DO UPDATE SET revision = revision.revision + 1
                        """)
                .param("region", Town.REGION)
                .update();
        calendars.refresh();
    }

    @Test
    void inAnEmergencyTheShortLimitCountsAndWhoDoesNotComeIsMarkedOnce() {
        var blown =
                calls.blow(
                        street,
                        "street-to-department",
                        town.street.value(),
                        ITEM + ",\"emergency\":true");
        var id = blown.at("/id").asString();
        assertThat(blown.at("/summoned/0/due").asString()).startsWith("2027-03-01T09:30");
        clock.move(Duration.ofMinutes(30));
        calls.checkIn(urban, id, town.unit("urban"));
        assertThat(missed(id)).isZero();
        clock.move(Duration.ofSeconds(1));
        assertThat(missed(id)).isEqualTo(2);
        assertThat(missed(id)).isZero();

        var after = calls.show(street, id);
        assertThat(after.at("/escalated").asBoolean()).isTrue();
        var gasPart = calls.summons(after, town.unit("gas"));
        assertThat(gasPart.at("/state").asString()).isEqualTo("MISSED");
        assertThat(gasPart.at("/missed/above").asString()).isEqualTo(town.above().toString());
        assertThat(events(id, "miss")).isEqualTo(2);
        assertThat(calls.show(town.token("above", grantOfAbove()), id).at("/id").asString())
                .isEqualTo(id);
        var came = calls.checkIn(gas, id, town.unit("gas"));
        assertThat(calls.summons(came, town.unit("gas")).at("/arrival/late").asBoolean()).isTrue();
        assertThat(damages()).isEmpty();
    }

    @Test
    void onlyTheCallerEvaluatesAndOnlyWhenTheResultIsIn() {
        var id = blown();
        calls.checkIn(urban, id, town.unit("urban"));
        calls.checkIn(traffic, id, town.unit("traffic"));
        calls.checkIn(gas, id, town.unit("gas"));
        var evaluation = evaluation("urban", "traffic", "gas");
        assertThat(calls.tryStep(street, id, "evaluate", evaluation)).hasStatus(409);
        signedResult(id);
        for (var other : List.of(county, urban, traffic, gas)) {
            assertThat(calls.tryStep(other, id, "evaluate", evaluation)).hasStatus(403);
        }
        var stranger = town.desk("street-desk", town.otherStreet);
        assertThat(calls.tryStep(stranger, id, "evaluate", evaluation, 9)).hasStatus(404);
        var incomplete = calls.tryStep(street, id, "evaluate", evaluation("urban", "gas"));
        assertThat(incomplete).hasStatus(409);
        assertThat(calls.body(incomplete).at("/reason").asString()).isEqualTo("EVALUATION_UNFIT");
        calls.step(street, id, "evaluate", evaluation);
    }

    @Test
    void theCallerMayWithdrawUntilTheFirstHasCome() {
        var id = blown();
        assertThat(calls.tryStep(urban, id, "withdraw", "{\"reason\":\"不想去\"}")).hasStatus(403);
        var other = blown();
        calls.checkIn(gas, id, town.unit("gas"));
        assertThat(calls.tryStep(street, id, "withdraw", "{\"reason\":\"吹错了\"}")).hasStatus(409);
        var withdrawn = calls.step(street, other, "withdraw", "{\"reason\":\"吹错了\"}");
        assertThat(withdrawn.at("/state").asString()).isEqualTo("WITHDRAWN");
        assertThat(calls.tryStep(gas, other, part(town.unit("gas"), "receive"), "{}"))
                .hasStatus(409);
    }
}
