package org.huying.access.web;

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
import tools.jackson.databind.JsonNode;

/// Finding the people a post can be given to; names in the audit; and the tokens of walls.
@SpringBootTest(properties = "huying.access.second-factor=false")
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class PeopleEdgeTest {

    private static final String STREET = "370481007";

    @Autowired Town town;
    @Autowired Api api;
    @Autowired Accounts accounts;

    private String admin = "";

    @BeforeEach
    void town() {
        town.ready();
        admin = town.token("system-admin", Optional.empty());
    }

    @Test
    void findsStaffByNameOrLoginAndSaysWhetherThereAreMore() {
        var id = staff("li.xiaoming", "李晓明", "370481001");
        staff("li.xiaohong", "李晓红", "370481001");
        assertThat(ids(found(admin, "晓明"))).containsExactly(id.toString());
        assertThat(ids(found(admin, "li.xiaom"))).containsExactly(id.toString());
        assertThat(ids(found(admin, "xiaom"))).isEmpty();
        var first = api.body(api.get(admin, "/people?q=李晓&limit=1"));
        assertThat(first.at("/people")).hasSize(1);
        assertThat(first.at("/more").asBoolean()).isTrue();
        assertThat(ids(found(admin, "%"))).isEmpty();
        assertThat(api.get(admin, "/people?q=")).hasStatus(422);
        assertThat(api.get(admin, "/people?q=x&limit=51")).hasStatus(422);
        assertThat(api.get("", "/people?q=x")).hasStatus(401);
        assertThat(api.get(town.token("grid-worker", Optional.empty()), "/people?q=x"))
                .hasStatus(403);
    }

    @Test
    void findsWithinOnesReachOnly() {
        var here = staff("zhou.here", "周在此", STREET + "001");
        var elsewhere = staff("zhou.there", "周在彼", "370481008");
        var session = accounts.openSession(finder(STREET), Town.REGION);
        assertThat(ids(found(session, "周在"))).containsExactly(here.toString());
        assertThat(ids(found(admin, "周在")))
                .containsExactlyInAnyOrder(here.toString(), elsewhere.toString());
    }

    @Test
    void theAuditNamesWhoeverDidIt() {
        var auditor = town.token("audit-admin", Optional.empty());
        var security = town.token("security-admin", Optional.empty());
        var body =
                """
                {"login":"named.one","name":"被建","kind":"staff","password":"Str0ng-pass-77","grants":[]}
                """;
        assertThat(api.post(security, "/accounts", body)).hasStatus(201);
        var page = api.body(api.get(auditor, "/audit?act=account-created&limit=1"));
        assertThat(page.at("/entries/0/name").asString()).isEqualTo("security-admin");
        assertThat(page.at("/entries/0/account").asString()).isNotBlank();
        var again = api.body(api.get(auditor, "/audit?limit=1"));
        assertThat(again.at("/entries/0/name").asString()).isEqualTo("audit-admin");
    }

    @Test
    void aWallRunsOnATokenThatShowsSumsAndNothingElse() {
        var security = town.token("security-admin", Optional.empty());
        var wall =
                accounts.create(
                        new NewAccount(
                                Town.REGION,
                                "wall.lobby",
                                "大厅的屏",
                                Caller.Kind.MACHINE,
                                Optional.empty(),
                                false,
                                List.of(NewGrant.of("display", Town.COUNTY))));
        var issued = api.post(security, "/accounts/" + wall + "/tokens", "{\"name\":\"大厅\"}");
        assertThat(issued).hasStatus(201);
        var token = api.body(issued).at("/token").asString();
        assertThat(api.get(token, "/wall")).hasStatusOk();
        assertThat(api.body(api.get(token, "/wall")).at("/small").asBoolean(true)).isFalse();
        assertThat(api.get(token, "/counters/days")).hasStatusOk();
        assertThat(api.get(token, "/territory/nodes/370481001")).hasStatusOk();
        for (var uri :
                List.of("/lists/matters", "/search?q=路灯", "/inbox", "/people?q=x", "/accounts")) {
            assertThat(api.get(token, uri)).as(uri).hasStatus(403);
        }
        assertThat(api.post(token, "/matters/similar", "{}")).hasStatus(422);
        var id = api.report(town.token("simulator", Optional.empty()), "屏上看不到的");
        assertThat(api.get(token, "/matters/" + id)).hasStatus(404);
    }

    private JsonNode found(String token, String words) {
        var result = api.get(token, "/people?q=" + words.replace("%", "%25"));
        assertThat(result).hasStatusOk();
        return api.body(result);
    }

    private static List<String> ids(JsonNode found) {
        return found.at("/people").findValuesAsString("id");
    }

    private UUID finder(String area) {
        return accounts.byLogin(Town.REGION, "finder." + area)
                .orElseGet(() -> account("finder." + area, "查找者", "system-admin", area));
    }

    private UUID staff(String login, String name, String area) {
        return account(login, name, "grid-worker", area);
    }

    private UUID account(String login, String name, String role, String area) {
        return accounts.create(
                new NewAccount(
                        Town.REGION,
                        login,
                        name,
                        Caller.Kind.STAFF,
                        Optional.empty(),
                        false,
                        List.of(NewGrant.of(role, TerritoryCode.of(area)))));
    }
}
