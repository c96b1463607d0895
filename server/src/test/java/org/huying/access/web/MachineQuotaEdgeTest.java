package org.huying.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.huying.Api;
import org.huying.Town;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.database.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A machine is held to its quota, and what it did can be read.
@SpringBootTest(properties = "huying.access.second-factor=false")
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class MachineQuotaEdgeTest {

    @Autowired MockMvcTester http;
    @Autowired Api api;
    @Autowired Town town;
    @Autowired Accounts accounts;

    private String security = "";
    private UUID machine = new UUID(0, 0);
    private String token = "";

    @BeforeEach
    void aMachine() {
        town.ready();
        security = town.token("security-admin", Optional.empty());
        machine =
                accounts.create(
                        new NewAccount(
                                Town.REGION,
                                "vendor." + UUID.randomUUID().toString().substring(0, 8),
                                "热线厂家",
                                Caller.Kind.MACHINE,
                                Optional.empty(),
                                false,
                                List.of(NewGrant.of("display", Town.COUNTY))));
        token = accounts.issueToken(machine, Town.REGION, "test", Optional.empty());
    }

    @Test
    void aMachineAboveItsMinuteWaitsAndAnotherDoesNot() {
        assertThat(limit(0, 3, 0)).hasStatus(204);
        int let = 0;
        MvcTestResult last = api.get(token, "/wall");
        while (last.getResponse().getStatus() == 200) {
            let++;
            last = api.get(token, "/wall");
        }
        // a minute may turn in between
        assertThat(let).isBetween(3, 6);
        assertThat(last).hasStatus(429);
        assertThat(api.body(last).at("/code").asString()).isEqualTo("too-many");
        var wait = Integer.parseInt(String.valueOf(last.getResponse().getHeader("Retry-After")));
        assertThat(wait).isBetween(1, 60);
        assertThat(api.get(security, "/machines")).hasStatusOk();
    }

    @Test
    void aDayIsLimitedOnItsOwnAndCallsTurnedAwayDoNotUseItUp() {
        assertThat(limit(0, 0, 4)).hasStatus(204);
        for (int i = 0; i < 4; i++) {
            assertThat(api.get(token, "/wall")).hasStatusOk();
        }
        var refused = api.get(token, "/wall");
        assertThat(refused).hasStatus(429);
        assertThat(Long.parseLong(String.valueOf(refused.getResponse().getHeader("Retry-After"))))
                .isBetween(1L, 86_401L);
        assertThat(limit(1, 0, 5)).hasStatus(204);
        assertThat(api.get(token, "/wall")).hasStatusOk();
        assertThat(api.get(token, "/wall")).hasStatus(429);
    }

    @Test
    void whatItDidIsCountedByHowItWasAnswered() {
        api.get(token, "/wall");
        api.get(token, "/inbox");
        Awaitility.await()
                .untilAsserted(() -> {
                    var seen = api.body(api.get(security, "/machines/" + machine));
                    assertThat(seen.at("/today/calls").asInt()).isEqualTo(2);
                    assertThat(seen.at("/today/refused").asInt()).isEqualTo(1);
                    assertThat(seen.at("/month/calls").asInt()).isEqualTo(2);
                });
        var days = api.body(api.get(security, "/machines/" + machine + "/use"));
        assertThat(days).hasSize(1);
        assertThat(days.at("/0/calls").asInt()).isEqualTo(2);
        var line = api.body(api.get(security, "/machines?limit=1")).at("/machines/0");
        assertThat(line.at("/id").asString()).isEqualTo(machine.toString());
        assertThat(line.at("/tokens").asInt()).isEqualTo(1);
        assertThat(line.at("/version").asInt()).isZero();
    }

    @Test
    void aQuotaIsChangedAtTheVersionThatWasSeenByWhoMay() {
        assertThat(limit(1, 5, 5)).hasStatus(412);
        assertThat(limit(0, -1, 5)).hasStatus(422);
        assertThat(limit(0, 5, 5)).hasStatus(204);
        assertThat(limit(0, 6, 6)).hasStatus(412);
        assertThat(limit(1, 6, 6)).hasStatus(204);
        var seen = api.body(api.get(security, "/machines/" + machine));
        assertThat(seen.at("/perMinute").asInt()).isEqualTo(6);
        assertThat(seen.at("/version").asInt()).isEqualTo(2);
        assertThat(api.get(town.token("leader", Optional.empty()), "/machines")).hasStatus(403);
        assertThat(api.get(security, "/machines/" + UUID.randomUUID())).hasStatus(404);
    }

    private MvcTestResult limit(int seen, int perMinute, int perDay) {
        var request =
                http.put()
                        .uri(Api.PLACE + "/machines/" + machine + "/quota")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + security)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"perMinute\":%d,\"perDay\":%d}".formatted(perMinute, perDay));
        if (seen == 0) {
            request.header(HttpHeaders.IF_NONE_MATCH, "*");
        } else {
            request.header(HttpHeaders.IF_MATCH, "\"" + seen + "\"");
        }
        return request.exchange();
    }
}
