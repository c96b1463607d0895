package org.huying.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huying.file.Staff.COMMUNITY;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.huying.Api;
import org.huying.Town;
import org.huying.access.Accounts;
import org.huying.database.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/// Accounts with their roles out of a file.
@SpringBootTest(properties = "huying.access.second-factor=false")
@AutoConfigureMockMvc
@org.springframework.context.annotation.Import({
    Postgres.class,
    Town.class,
    Api.class,
    Desk.class,
    Staff.class
})
class AccountFileEdgeTest {

    private static final String HEADING = "账号,姓名,角色,区划代码,机构代号,初始密码\n";
    private static final String PASSWORD = "Wxyz!Qrst9";

    @Autowired Town town;
    @Autowired Api api;
    @Autowired Desk desk;
    @Autowired Staff staff;
    @Autowired MockMvcTester http;
    @Autowired Accounts accounts;
    @Autowired StoredImports stored;
    @Autowired ImportRun run;
    @Autowired JdbcClient jdbc;

    private String token = "";
    private String prefix = "";

    @BeforeEach
    void town() {
        town.ready();
        token = town.token("security-admin", Optional.empty());
        prefix = "p" + UUID.randomUUID().toString().substring(0, 8);
    }

    private String row(String who, String role, String area, String unit, String password) {
        return "%s-%s,%s,%s,%s,%s,%s\n".formatted(prefix, who, who, role, area, unit, password);
    }

    @Test
    void peopleComeWithTheirRolesAndWhatReachesTooFarIsRefused() {
        var good =
                row("zhang", "网格员", COMMUNITY, "", PASSWORD)
                        + row("zhang", "community-desk", COMMUNITY, "", "")
                        + row("sun", "unit-handler", Town.REGION, "lamps", "");
        var bad =
                row("li", "system-admin", Town.REGION, "", "")
                        + row("zhao", "simulator", Town.REGION, "", "")
                        + row("wang", "street-desk", "110101", "", "")
                        + row("zhou", "street-desk", "370481999", "", "")
                        + row("wu", "unit-handler", Town.REGION, "nobody", "")
                        + row("qian", "street-desk", "370481112", "", "abc")
                        + row("Zheng", "street-desk", "370481112", "", "");
        var sent = desk.sent(token, "accounts", HEADING + good + bad);
        var preview = api.get(token, "/files/imports/" + id(sent) + "/preview");
        assertThat(preview).hasStatusOk();
        assertThat(api.body(preview).toString())
                .contains("••••••")
                .doesNotContain(PASSWORD, "\"abc\"");
        var done = desk.taken(token, sent, "partial");
        assertThat(counts(done)).containsExactly(2, 1, 0, 7);
        var faults =
                api.body(api.get(token, "/files/imports/" + id(done) + "/faults")).path("items");
        assertThat(faults.values().stream().map(it -> it.path("column").asString()).distinct())
                .containsExactly("role", "area", "unit", "password", "login");

        assertThat(roles("zhang")).containsExactlyInAnyOrder("grid-worker", "community-desk");
        assertThat(roles("sun")).containsExactly("unit-handler");
        assertThat(roles("li")).isEmpty();

        var again = desk.taken(token, desk.sent(token, "accounts", HEADING + good), "all");
        assertThat(counts(again)).as("nothing changes").containsExactly(0, 0, 3, 0);
        var more = row("zhang", "leader", COMMUNITY, "", "");
        assertThat(counts(desk.taken(token, desk.sent(token, "accounts", HEADING + more), "all")))
                .containsExactly(0, 1, 0, 0);
        assertThat(roles("zhang")).contains("leader");
    }

    @Test
    void theFirstPasswordOpensTheDoorAndHasToBeChanged() {
        var text = HEADING + row("chen", "street-desk", "370481112", "", PASSWORD);
        desk.taken(token, desk.sent(token, "accounts", text), "all");
        var signedIn =
                http.post()
                        .uri("/api/v1/session")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                "{\"login\":\"%s-chen\",\"password\":\"%s\",\"region\":\"%s\",\"cookie\":false}"
                                        .formatted(prefix, PASSWORD, Town.REGION))
                        .exchange();
        assertThat(signedIn).hasStatus2xxSuccessful();
        var session = api.body(signedIn).path("token").asString();
        var refused = api.get(session, "/lists/matters");
        assertThat(refused).hasStatus(403);
        assertThat(api.body(refused).path("code").asString()).isEqualTo("password-change-needed");
    }

    @Test
    void nobodyGivesThemselvesARoleByAFile() {
        var login = prefix + "-self";
        var own = staff.named(login, "security-admin@" + Town.REGION);
        var text = HEADING + row("self", "street-desk", "370481112", "", "");
        var done = desk.taken(own, desk.sent(own, "accounts", text), "partial");
        assertThat(counts(done)).containsExactly(0, 0, 0, 1);
        assertThat(roles("self")).containsExactly("security-admin");
        var entries =
                api.body(api.get(town.token("audit-admin", Optional.empty()), "/audit?limit=30"));
        assertThat(entries.toString()).contains("file.import");
    }

    @Test
    void onlyWhoMakesAccountsMayBringThemIn() {
        var desk = town.token("county-desk", Optional.empty());
        assertThat(this.desk.send(desk, "accounts", "x.csv", new byte[] {'a'})).hasStatus(403);
        var machine =
                http.get()
                        .uri(Api.PLACE + "/files/kinds/accounts/template?format=csv")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                        .exchange();
        assertThat(this.desk.rows(machine).getFirst()).contains("账号", "初始密码");
    }

    /// Its rows belong to no place that could be asked for one by one: it ends with the part that was taken before.
    @Test
    void whoLosesTheCountyMeanwhileBringsInNothingMore() {
        var login = prefix + "-boss";
        var boss = staff.named(login, "security-admin@" + Town.REGION);
        var rows = new StringBuilder(HEADING);
        for (int i = 0; i < 1_100; i++) {
            rows.append(row("n" + i, "网格员", COMMUNITY, "", ""));
        }
        var sent = desk.sent(boss, "accounts", rows.toString());
        var start = "/files/imports/" + id(sent) + "/start";
        assertThat(api.post(boss, start, "{\"mode\":\"all\"}")).hasStatus(422);
        var file = new Import.Id(Town.REGION, UUID.fromString(id(sent)));
        assertThat(stored.start(file, Import.Mode.PARTIAL)).isTrue();
        var turns = new AtomicInteger();
        assertThat(
                        run.run(
                                file.instance(),
                                () -> {
                                    if (turns.incrementAndGet() == 2) {
                                        dismissed(login);
                                    }
                                    return false;
                                }))
                .isTrue();
        assertThat(desk.counted(sent)).containsExactly("cancelled", "500", "0");
    }

    private void dismissed(String login) {
        jdbc.sql(
                        "UPDATE access.role_grant SET valid_to = now() - interval '1 second', valid_from = now() - interval '1 hour' WHERE region = :region AND account = :id")
                .param("region", Town.REGION)
                .param("id", accounts.byLogin(Town.REGION, login).orElseThrow())
                .update();
    }

    private List<String> roles(String who) {
        var found =
                api.body(api.get(token, "/accounts?text=" + prefix + "-" + who)).path("accounts");
        return found.isEmpty()
                ? List.of()
                : found.get(0).path("roles").values().stream().map(JsonNode::asString).toList();
    }

    private static List<Integer> counts(JsonNode file) {
        return List.of(
                file.path("added").asInt(),
                file.path("changed").asInt(),
                file.path("known").asInt(),
                file.path("refused").asInt());
    }

    private static String id(JsonNode file) {
        return file.path("id").asString();
    }
}
