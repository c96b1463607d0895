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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Everybody who takes part in the stories, and what they do again and again.
@SpringBootTest
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, WhistleTown.Config.class, WhistleTown.Rules.class})
abstract class WhistleStage {

    static final String ITEM = ",\"item\":\"night-stalls\"";
    static final String NO_ITEM = ",\"reason\":\"清单里没有\"";

    @Autowired WhistleTown town;
    @Autowired MovableClock clock;
    @Autowired WhistleDesk desk;
    @Autowired JdbcClient jdbc;

    final WhistleCalls calls;
    String street = "";
    String urban = "";
    String traffic = "";
    String gas = "";
    String county = "";

    WhistleStage(@Autowired MockMvcTester http, @Autowired JsonMapper json) {
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

    void signedResult(String id) {
        calls.step(urban, id, part(town.unit("urban"), "record"), "{\"text\":\"三家到场，清走二十个摊\"}");
        for (var who : List.of("urban", "traffic")) {
            calls.step(town.member(who), id, part(town.unit(who), "sign"), "{\"revision\":1}");
        }
        var submit = part(town.unit("urban"), "submit");
        assertThat(calls.tryStep(urban, id, submit, "{\"outcome\":\"清走了\"}")).hasStatus(409);
        calls.step(gas, id, part(town.unit("gas"), "sign"), "{\"revision\":1}");
        calls.step(urban, id, submit, "{\"outcome\":\"清走了\"}");
    }

    String blown() {
        return calls.blow(street, "street-to-department", town.street.value(), ITEM)
                .at("/id")
                .asString();
    }

    int missed(String id) {
        int before = events(id, "miss");
        desk.missed(clock.instant(), 1_000);
        return events(id, "miss") - before;
    }

    int events(String id, String act) {
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

    NewGrant grantOfAbove() {
        return NewGrant.of("unit-handler", Town.COUNTY, town.above());
    }

    String evaluation(String... units) {
        var parts =
                List.of(units).stream()
                        .map(it ->
                                "{\"unit\":\"%s\",\"response\":4,\"quality\":5,\"solved\":true,\"words\":\"好\"}"
                                        .formatted(town.unit(it)))
                        .toList();
        return "{\"units\":[" + String.join(",", parts) + "]}";
    }

    static List<String> acts(JsonNode whistle) {
        return StreamSupport.stream(whistle.at("/timeline").spliterator(), false)
                .map(it -> it.at("/act").asString())
                .toList();
    }

    List<ChainCheck.Damage> damages() {
        return new WhistleChains().verify(jdbc, _ -> {}).damages();
    }
}
