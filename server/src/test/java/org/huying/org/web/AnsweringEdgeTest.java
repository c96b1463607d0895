package org.huying.org.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.Api;
import org.huying.Town;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.database.Postgres;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// A street's desk may choose among the bodies of the county that answer for its places, and sees no others.
@SpringBootTest(properties = "huying.access.second-factor=false")
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class AnsweringEdgeTest {

    @Autowired MockMvcTester http;
    @Autowired Api api;
    @Autowired Town town;
    @Autowired Accounts accounts;

    private String street = "";

    @BeforeEach
    void town() {
        town.ready();
        var login = "street-of-bodies";
        var grant =
                new NewGrant(
                        "street-desk",
                        Optional.of(TerritoryCode.of("370481003")),
                        Optional.empty());
        var id =
                accounts.byLogin(Town.REGION, login)
                        .orElseGet(() ->
                                accounts.create(
                                        new NewAccount(
                                                Town.REGION,
                                                login,
                                                login,
                                                Caller.Kind.STAFF,
                                                Optional.empty(),
                                                false,
                                                List.of(grant))));
        street = accounts.openSession(id, Town.REGION);
        var admin = town.token("system-admin", Optional.empty());
        duty(admin, "lamps", "370481");
        duty(admin, "water", "370481004");
    }

    @Test
    void thoseThatAnswerForThePlaceAreOfferedAndNoOthers() {
        assertThat(names("/organisations?limit=1000")).doesNotContain("路灯管理所", "供水公司");
        assertThat(names("/organisations?limit=1000&answering=true"))
                .contains("路灯管理所")
                .doesNotContain("供水公司");
    }

    @Test
    void whoseDutyHasEndedIsNotOffered() {
        var admin = town.token("system-admin", Optional.empty());
        duty(admin, "centre", "370481003");
        assertThat(names("/organisations?limit=1000&answering=true")).contains("滕州市网格化服务中心");
        var lines = api.get(admin, "/duties?unit=" + town.unit("centre"));
        var id = api.body(lines).at("/items/0/id").asString();
        assertThat(
                        http.post()
                                .uri(Api.PLACE + "/duties/" + id + "/end")
                                .header("Authorization", "Bearer " + admin)
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .header(
                                        "If-Match",
                                        String.valueOf(lines.getResponse().getHeader("ETag")))
                                .contentType("application/json")
                                .content("{\"to\":\"2026-01-02\"}"))
                .hasStatus2xxSuccessful();
        assertThat(names("/organisations?limit=1000&answering=true")).doesNotContain("滕州市网格化服务中心");
    }

    private void duty(String admin, String unit, String area) {
        var body =
                """
                {"items":[{"unit":"%s","subject":"street-lamp","area":"%s","priority":1}],"from":"2026-01-01"}
                """
                        .formatted(unit, area);
        assertThat(api.post(admin, "/duties/import", body)).hasStatusOk();
    }

    private List<String> names(String uri) {
        var result = api.get(street, uri);
        assertThat(result).hasStatusOk();
        return api.body(result)
                .at("/items")
                .valueStream()
                .map(it -> it.at("/name").asString())
                .toList();
    }
}
