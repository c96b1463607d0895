package org.huying.whistle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huying.whistle.WhistleCalls.part;
import static org.huying.whistle.WhistleTown.MONDAY_NINE;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.huying.Town;
import org.huying.access.MovableClock;
import org.huying.access.NewGrant;
import org.huying.database.Postgres;
import org.huying.vault.ChainCheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, WhistleTown.Config.class})
class WhistleStoryTest {

    private static final String ITEM = ",\"item\":\"night-stalls\"";
    private static final String NO_ITEM = ",\"reason\":\"清单里没有\"";

    @Autowired WhistleTown town;
    @Autowired MovableClock clock;
    @Autowired WhistleDesk desk;
    @Autowired JdbcClient jdbc;

    private final WhistleCalls calls;
    private String street = "";
    private String urban = "";
    private String traffic = "";
    private String gas = "";
    private String county = "";

    WhistleStoryTest(@Autowired MockMvcTester http, @Autowired JsonMapper json) {
        this.calls = new WhistleCalls(http, json);
    }

    @BeforeEach
    void everybodyIsThere() {
        town.ready();
        street = town.desk("street-desk", town.street);
        urban = town.member("urban");
        traffic = town.member("traffic");
        gas = town.member("gas");
        county = town.desk("county-desk", Town.COUNTY);
        clock.move(Duration.between(clock.instant(), MONDAY_NINE));
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
        var chief = town.desk("grid-chief", town.grid);
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
        assertThat(calls.tryStep(urban, id, part(unit, "check-in"), WhistleCalls.arrival()))
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

    private void signedResult(String id) {
        calls.step(urban, id, part(town.unit("urban"), "record"), "{\"text\":\"三家到场，清走二十个摊\"}");
        for (var who : List.of("urban", "traffic")) {
            calls.step(town.member(who), id, part(town.unit(who), "sign"), "{\"revision\":1}");
        }
        var submit = part(town.unit("urban"), "submit");
        assertThat(calls.tryStep(urban, id, submit, "{\"outcome\":\"清走了\"}")).hasStatus(409);
        calls.step(gas, id, part(town.unit("gas"), "sign"), "{\"revision\":1}");
        calls.step(urban, id, submit, "{\"outcome\":\"清走了\"}");
    }

    private String blown() {
        return calls.blow(street, "street-to-department", town.street.value(), ITEM)
                .at("/id")
                .asString();
    }

    private int missed(String id) {
        int before = events(id, "miss");
        desk.missed(clock.instant(), 1_000);
        return events(id, "miss") - before;
    }

    private int events(String id, String act) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM eventlog.event
                         WHERE kind = 'whistle.moved' AND subject = :id AND facts->>'act' = :act
                        """)
                .param("id", UUID.fromString(id))
                .param("act", act)
                .query(Integer.class)
                .single();
    }

    private NewGrant grantOfAbove() {
        return NewGrant.of("unit-handler", Town.COUNTY, town.above());
    }

    private String evaluation(String... units) {
        var parts =
                List.of(units).stream()
                        .map(it ->
                                "{\"unit\":\"%s\",\"response\":4,\"quality\":5,\"solved\":true,\"words\":\"好\"}"
                                        .formatted(town.unit(it)))
                        .toList();
        return "{\"units\":[" + String.join(",", parts) + "]}";
    }

    private static List<String> acts(JsonNode whistle) {
        return StreamSupport.stream(whistle.at("/timeline").spliterator(), false)
                .map(it -> it.at("/act").asString())
                .toList();
    }

    private List<ChainCheck.Damage> damages() {
        return new WhistleChains().verify(jdbc, _ -> {}).damages();
    }
}
