package org.huying.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.database.Postgres;
import org.huying.problem.ProblemException;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(properties = "huying.access.second-factor=false")
@AutoConfigureMockMvc
@Import(Postgres.class)
class AccountsEdgeTest {
    private static final String REGION = "370481";
    private static final String ACCOUNTS = "/api/v1/370481/accounts";

    @Autowired private MockMvcTester mvc;
    @Autowired private Accounts accounts;
    private UUID security = new UUID(0, 0);
    private String token = "";

    @BeforeEach
    void signIn() {
        security =
                accounts.byLogin(REGION, "security.one")
                        .orElseGet(() -> staff("security.one", "security-admin"));
        token = accounts.openSession(security, REGION);
    }

    private UUID staff(String login, String... roles) {
        var grants =
                List.of(roles).stream().map(role -> NewGrant.of(role, TerritoryCode.of(REGION)));
        return accounts.create(
                new NewAccount(
                        REGION,
                        login,
                        "孙二",
                        Caller.Kind.STAFF,
                        Optional.empty(),
                        false,
                        grants.toList()));
    }

    @Test
    void keepsTheThreeAdministratorsApart() {
        assertThatThrownBy(() -> staff("both", "system-admin", "audit-admin"))
                .isInstanceOf(ProblemException.class);
        for (var pair :
                List.of(
                        List.of("system-admin", "security-admin"),
                        List.of("security-admin", "audit-admin"),
                        List.of("audit-admin", "system-admin"))) {
            var id = staff("one." + pair.getFirst(), pair.getFirst());
            assertProblem(give(id, pair.getLast(), REGION), 409, "role-refused");
            assertThat(give(id, "leader", REGION)).hasStatus(201);
        }
    }

    @Test
    void letsNobodyGiveARoleToThemselvesOrFurtherThanTheyReach() {
        assertProblem(give(security, "leader", REGION), 409, "role-refused");
        var other = staff("far.away", "leader");
        assertProblem(give(other, "leader", "110101"), 409, "role-refused");
        assertProblem(give(other, "leader", "37"), 409, "role-refused");
        assertProblem(
                post(ACCOUNTS + "/" + other + "/grants", "{\"grant\":{\"role\":\"leader\"}}"),
                409,
                "role-refused");
        assertThat(give(other, "grid-worker", "370481001")).hasStatus(201);
    }

    @Test
    void refusesRolesThatDoNotSuitTheAccount() {
        var other = staff("no.machine", "leader");
        assertProblem(give(other, "machine-reporter", REGION), 409, "role-refused");
        assertProblem(give(other, "resident", REGION), 409, "role-refused");
        assertProblem(give(other, "emperor", REGION), 409, "role-refused");
    }

    @Test
    void aRoleCountsAtOnceAndEndsAtOnce() throws Exception {
        var other = staff("changing", "leader");
        var session = accounts.openSession(other, REGION);
        var given = give(other, "security-admin", REGION);
        assertThat(given).hasStatus(201);
        assertThat(call("GET", ACCOUNTS, session, "")).hasStatus(200);
        var grant = JsonPath.<String>read(given.getResponse().getContentAsString(), "$.id");
        assertThat(call("DELETE", ACCOUNTS + "/" + other + "/grants/" + grant, token, ""))
                .hasStatus(204);
        assertThat(call("GET", ACCOUNTS, session, "")).hasStatus(403);
    }

    @Test
    void makesAccountsOneByOneAndInBulkAndListsThem() {
        assertThat(post(ACCOUNTS, account("desk.new", "Fine-Horse1"))).hasStatus(201);
        assertProblem(post(ACCOUNTS, account("desk.new", "Fine-Horse1")), 409, "login-taken");
        assertProblem(post(ACCOUNTS, account("desk.bad", "bad")), 422, "invalid");
        assertProblem(post(ACCOUNTS, account("Bad Login", "Fine-Horse1")), 422, "invalid");
        var many =
                IntStream.range(0, 500)
                        .mapToObj(i -> account("bulk." + i, "Fine-Horse1"))
                        .collect(Collectors.joining(",", "{\"accounts\":[", "]}"));
        assertThat(post(ACCOUNTS + "/bulk", many)).hasStatus(201);
        assertProblem(post(ACCOUNTS + "/bulk", many), 409, "login-taken");
        var page = call("GET", ACCOUNTS + "?text=bulk.&role=community-desk&limit=200", token, "");
        assertThat(page)
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.accounts.length()")
                .isEqualTo(200);
        assertThat(page).bodyJson().extractingPath("$.next").isNotNull();
        assertThat(call("GET", ACCOUNTS + "?limit=9000", token, "")).hasStatus(422);
    }

    @Test
    void endsSessionsOfADisabledAccount() {
        var other = staff("leaving", "leader");
        var session = accounts.openSession(other, REGION);
        assertThat(call("GET", "/api/v1/me", session, "")).hasStatus(200);
        assertThat(post(ACCOUNTS + "/" + other + "/disable", "{\"reason\":\"离职\"}")).hasStatus(204);
        assertThat(call("GET", "/api/v1/me", session, "")).hasStatus(401);
        assertProblem(
                post(ACCOUNTS + "/" + security + "/disable", "{\"reason\":\"x\"}"), 409, "refused");
    }

    @Test
    void givesMachinesTokensAndTakesThemBack() throws Exception {
        var made =
                post(
                        ACCOUNTS,
                        """
                        {"login":"sensor.1","name":"传感器","kind":"machine","grants":[{"role":"machine-reporter","area":"370481"}]}
                        """);
        var id = JsonPath.<String>read(made.getResponse().getContentAsString(), "$.id");
        var issued = post(ACCOUNTS + "/" + id + "/tokens", "{\"name\":\"一号\"}");
        assertThat(issued).hasStatus(201);
        var text = JsonPath.<String>read(issued.getResponse().getContentAsString(), "$.token");
        var tokenId = JsonPath.<String>read(issued.getResponse().getContentAsString(), "$.id");
        assertThat(call("GET", "/api/v1/me", text, "")).hasStatus(200);
        assertThat(call("GET", ACCOUNTS + "/" + id + "/tokens", token, ""))
                .bodyText()
                .contains("一号")
                .doesNotContain(text);
        assertThat(call("DELETE", ACCOUNTS + "/" + id + "/tokens/" + tokenId, token, ""))
                .hasStatus(204);
        assertThat(call("GET", "/api/v1/me", text, "")).hasStatus(401);
        assertProblem(
                post(ACCOUNTS + "/" + staff("person", "leader") + "/tokens", "{\"name\":\"x\"}"),
                409,
                "refused");
    }

    @Test
    void makesRolesOfThePlaceButNoneWithPowersOfAdministrators() {
        var uri = "/api/v1/370481/roles/volunteer";
        assertThat(call("PUT", uri, token, role("matter:matter:report"))).hasStatus(204);
        assertProblem(call("PUT", uri, token, role("access:audit:read")), 409, "refused");
        assertProblem(call("PUT", uri, token, role("demo:clock:set")), 409, "refused");
        assertProblem(call("PUT", uri, token, role("no:such:thing")), 422, "invalid");
        assertProblem(
                call("PUT", "/api/v1/370481/roles/leader", token, role("matter:matter:report")),
                409,
                "refused");
        var other = staff("helper");
        assertThat(give(other, "volunteer", REGION)).hasStatus(201);
        assertProblem(call("DELETE", uri, token, ""), 409, "refused");
    }

    @Test
    void showsTheAuditToItsAdministratorOnly() {
        var auditor = accounts.openSession(staff("auditor", "audit-admin"), REGION);
        var page = call("GET", "/api/v1/370481/audit?act=account-created&limit=5", auditor, "");
        assertThat(page)
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.entries[0].act")
                .isEqualTo("account-created");
        assertThat(call("GET", "/api/v1/370481/audit", token, "")).hasStatus(403);
        assertThat(call("POST", "/api/v1/370481/audit/verify", auditor, ""))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.sound")
                .isEqualTo(true);
    }

    private static String role(String permission) {
        return "{\"nameZh\":\"志愿者\",\"nameEn\":\"Volunteer\",\"permissions\":[\"%s\"]}"
                .formatted(permission);
    }

    private static String account(String login, String password) {
        return """
        {"login":"%s","name":"钱三","kind":"staff","password":"%s","grants":[{"role":"community-desk","area":"370481001"}]}
        """
                .formatted(login, password);
    }

    private MvcTestResult give(UUID account, String role, String area) {
        return post(
                ACCOUNTS + "/" + account + "/grants",
                "{\"grant\":{\"role\":\"%s\",\"area\":\"%s\"}}".formatted(role, area));
    }

    private MvcTestResult post(String uri, String body) {
        return call("POST", uri, token, body);
    }

    private MvcTestResult call(String method, String uri, String bearer, String body) {
        var request =
                mvc.method(HttpMethod.valueOf(method))
                        .uri(uri)
                        .contentType("application/json")
                        .content(body)
                        .header("Authorization", "Bearer " + bearer);
        return switch (method) {
            case "PUT" -> request.header("If-None-Match", "*").exchange();
            case "POST", "DELETE" -> request.header("If-Match", version(uri)).exchange();
            default -> request.exchange();
        };
    }

    /// The version of the account that this address is about; any for what has none.
    private String version(String uri) {
        var account = Pattern.compile(ACCOUNTS + "/[0-9a-f-]{36}").matcher(uri);
        var seen = account.lookingAt() ? call("GET", account.group(), token, "") : null;
        var tag = seen == null ? null : seen.getResponse().getHeader("ETag");
        return tag == null ? "\"1\"" : tag;
    }

    @Test
    void changesAnAccountOnlyForWhoSawItAsItStands() {
        var uri = ACCOUNTS + "/" + staff("seen.once", "leader");
        var reason = "{\"reason\":\"换岗\"}";
        assertProblem(with(uri + "/disable", reason, null), 428, "version-missing");
        assertProblem(with(uri + "/disable", reason, "1"), 400, "unreadable");
        var tag = version(uri);
        var done = with(uri + "/disable", reason, tag);
        assertThat(done).hasStatus(204).hasHeader("ETag", version(uri));
        assertThat(version(uri)).isNotEqualTo(tag);
        var stale = with(uri + "/enable", reason, tag);
        assertProblem(stale, 412, "stale");
        assertThat(stale).hasHeader("ETag", version(uri)).bodyJson().hasPath("$.version");
        assertThat(with(uri + "/enable", reason, version(uri))).hasStatus(204);
    }

    private MvcTestResult with(String uri, String body, @Nullable String version) {
        var request =
                mvc.post()
                        .uri(uri)
                        .contentType("application/json")
                        .content(body)
                        .header("Authorization", "Bearer " + token);
        return version == null
                ? request.exchange()
                : request.header("If-Match", version).exchange();
    }

    private static void assertProblem(MvcTestResult result, int status, String code) {
        assertThat(result).hasStatus(status).hasContentType("application/problem+json");
        assertThat(result).bodyJson().extractingPath("$.code").isEqualTo(code);
    }
}
