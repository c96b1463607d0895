package org.huying.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.MovableClock;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.access.account.TotpCodes;
import org.huying.database.Postgres;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(properties = "huying.access.sign-in-per-minute=0")
@AutoConfigureMockMvc
@Import({Postgres.class, MovableClock.Config.class})
class SignInEdgeTest {
    private static final String REGION = "370481";
    private static final String PASSWORD = "Right-horse7";

    @Autowired private MockMvcTester mvc;
    @Autowired private Accounts accounts;

    @Autowired
    @Qualifier("wallClock")
    private MovableClock clock;

    @Autowired private JdbcClient jdbc;

    private UUID account(String login, String role, boolean mustChange) {
        return accounts.create(
                new NewAccount(
                        REGION,
                        login,
                        "赵一",
                        Caller.Kind.STAFF,
                        Optional.of(PASSWORD),
                        mustChange,
                        List.of(NewGrant.of(role, TerritoryCode.of(REGION)))));
    }

    @Test
    void signsInAndOut() throws Exception {
        account("in.out", "leader", false);
        var token = token(signIn("in.out", PASSWORD));
        var me = get("/api/v1/me", token);
        assertThat(me).hasStatus(200).bodyJson().extractingPath("$.roles[0]").isEqualTo("leader");
        assertThat(get("/api/v1/me/sessions", token))
                .bodyJson()
                .extractingPath("$[0].current")
                .isEqualTo(true);
        assertThat(send("DELETE", "/api/v1/session", token, "")).hasStatus(204);
        assertThat(get("/api/v1/me", token)).hasStatus(401);
    }

    @Test
    void putsTheTokenIntoACookieWhenAsked() {
        account("cookie", "leader", false);
        var result =
                send(
                        "POST",
                        "/api/v1/session",
                        "",
                        """
                        {"login":"cookie","password":"%s","cookie":true}
                        """
                                .formatted(PASSWORD));
        assertThat(result).hasStatus(200).bodyText().doesNotContain("\"token\"");
        assertThat(result.getResponse().getHeader("Set-Cookie"))
                .contains("huying_session=370481.s", "HttpOnly", "SameSite=Strict", "Path=/");
    }

    @Test
    void refusesUnknownWrongAndLockedAlike() throws Exception {
        account("locked", "leader", false);
        var unknown = signIn("nobody.here", PASSWORD);
        for (int i = 0; i < 5; i++) {
            var wrong = signIn("locked", "Wrong-horse7");
            assertThat(wrong).hasStatus(401);
            assertThat(JsonPath.<String>read(text(wrong), "$.detail"))
                    .isEqualTo(JsonPath.<String>read(text(unknown), "$.detail"));
        }
        assertProblem(signIn("locked", PASSWORD), 401, "login-refused");
        clock.move(Duration.ofMinutes(31));
        assertThat(signIn("locked", PASSWORD)).hasStatus(200);
        assertThat(acts("account-locked")).isPositive();
        assertThat(acts("sign-in-refused")).isGreaterThanOrEqualTo(7);
    }

    @Test
    void asksForANewPasswordBeforeAnythingElse() throws Exception {
        account("first.time", "leader", true);
        var token = token(signIn("first.time", PASSWORD));
        assertThat(get("/api/v1/me", token))
                .bodyJson()
                .extractingPath("$.restriction")
                .isEqualTo("change-password");
        assertThat(changePassword(token, PASSWORD, "short")).hasStatus(422);
        assertThat(changePassword(token, PASSWORD, PASSWORD)).hasStatus(422);
        assertThat(changePassword(token, "Wrong-horse7", "Fresh-horse8")).hasStatus(401);
        assertThat(changePassword(token, PASSWORD, "Fresh-horse8")).hasStatus(204);
        assertThat(get("/api/v1/me", token))
                .bodyJson()
                .extractingPath("$.restriction")
                .isEqualTo("none");
        assertThat(changePassword(token, "Fresh-horse8", PASSWORD))
                .as("one of the last five")
                .hasStatus(422);
    }

    @Test
    void endsASessionThatIsIdleOrOld() throws Exception {
        account("idle", "leader", false);
        var token = token(signIn("idle", PASSWORD));
        clock.move(Duration.ofMinutes(29));
        assertThat(get("/api/v1/me", token)).hasStatus(200);
        clock.move(Duration.ofMinutes(2));
        assertThat(get("/api/v1/me", token)).hasStatus(401);
    }

    @Test
    void asksAdministratorsForASecondFactorAndTakesEachCodeOnce() throws Exception {
        account("otp.user", "security-admin", false);
        var token = token(signIn("otp.user", PASSWORD));
        assertProblem(get("/api/v1/370481/accounts", token), 403, "second-factor-enrolment-needed");
        var secret =
                JsonPath.<String>read(
                        text(send("POST", "/api/v1/session/totp", token, "")), "$.secret");
        assertThat(confirm(token, "000000")).hasStatus(422);
        var confirmed = confirm(token, TotpCodes.code(secret, clock.instant()));
        assertThat(confirmed).hasStatus(200);
        var recovery = JsonPath.<List<String>>read(text(confirmed), "$.recoveryCodes");
        assertThat(recovery).hasSize(10);
        assertThat(get("/api/v1/370481/accounts", token)).hasStatus(200);

        assertProblem(signIn("otp.user", PASSWORD), 401, "second-factor-needed");
        var used = TotpCodes.code(secret, clock.instant());
        assertProblem(signIn("otp.user", PASSWORD, used), 401, "second-factor-refused");
        clock.move(Duration.ofSeconds(60));
        var next = TotpCodes.code(secret, clock.instant());
        assertThat(signIn("otp.user", PASSWORD, next)).hasStatus(200);
        assertProblem(signIn("otp.user", PASSWORD, next), 401, "second-factor-refused");
        assertThat(signIn("otp.user", PASSWORD, recovery.getFirst())).hasStatus(200);
        assertProblem(
                signIn("otp.user", PASSWORD, recovery.getFirst()), 401, "second-factor-refused");
    }

    @Test
    void signsResidentsInByACodeThatWorksOnce() throws Exception {
        var sent = code("13700137000");
        assertThat(sent).hasStatus(202);
        var code = JsonPath.<String>read(text(sent), "$.demonstrationCode");
        assertThat(code("13700137000")).as("one a minute").hasStatus(429);
        var wrong = code.equals("111111") ? "222222" : "111111";
        assertProblem(resident("13700137000", wrong), 401, "code-refused");
        assertProblem(resident("13600136000", code), 401, "code-refused");
        var opened = resident("13700137000", code);
        assertThat(get("/api/v1/me", token(opened)))
                .bodyJson()
                .extractingPath("$.kind")
                .isEqualTo("resident");
        assertProblem(resident("13700137000", code), 401, "code-refused");
        assertThat(
                        jdbc.sql(
                                        "SELECT count(*) FROM access.resident r WHERE position(convert_to('13700137000', 'UTF8') IN r.phone_sealed) > 0")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void letsNobodyGuessACodeMoreThanFiveTimes() throws Exception {
        var code = JsonPath.<String>read(text(code("13500135000")), "$.demonstrationCode");
        var wrong = code.equals("111111") ? "222222" : "111111";
        for (int i = 0; i < 5; i++) {
            assertThat(resident("13500135000", wrong)).hasStatus(401);
        }
        assertProblem(resident("13500135000", code), 401, "code-refused");
    }

    private long acts(String act) {
        return jdbc.sql("SELECT count(*) FROM access.audit WHERE act = :act")
                .param("act", act)
                .query(Long.class)
                .single();
    }

    private MvcTestResult code(String phone) {
        return send(
                "POST",
                "/api/v1/residents/code",
                "",
                "{\"region\":\"370481\",\"phone\":\"%s\"}".formatted(phone));
    }

    private MvcTestResult resident(String phone, String code) {
        return send(
                "POST",
                "/api/v1/residents/session",
                "",
                "{\"region\":\"370481\",\"phone\":\"%s\",\"code\":\"%s\",\"cookie\":false}"
                        .formatted(phone, code));
    }

    private MvcTestResult confirm(String token, String code) {
        return send(
                "POST", "/api/v1/session/totp/confirm", token, "{\"code\":\"%s\"}".formatted(code));
    }

    private MvcTestResult changePassword(String token, String old, String fresh) {
        return send(
                "POST",
                "/api/v1/me/password",
                token,
                "{\"old\":\"%s\",\"password\":\"%s\"}".formatted(old, fresh));
    }

    private MvcTestResult signIn(String login, String password) {
        return send(
                "POST",
                "/api/v1/session",
                "",
                "{\"login\":\"%s\",\"password\":\"%s\",\"cookie\":false}"
                        .formatted(login, password));
    }

    private MvcTestResult signIn(String login, String password, String code) {
        return send(
                "POST",
                "/api/v1/session",
                "",
                "{\"login\":\"%s\",\"password\":\"%s\",\"code\":\"%s\",\"cookie\":false}"
                        .formatted(login, password, code));
    }

    private MvcTestResult get(String uri, String token) {
        return mvc.get().uri(uri).header("Authorization", "Bearer " + token).exchange();
    }

    private MvcTestResult send(String method, String uri, String token, String body) {
        var request =
                mvc.method(org.springframework.http.HttpMethod.valueOf(method))
                        .uri(uri)
                        .contentType("application/json")
                        .content(body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.exchange();
    }

    private static String token(MvcTestResult result) throws Exception {
        assertThat(result).hasStatus(200);
        return JsonPath.read(text(result), "$.token");
    }

    private static String text(MvcTestResult result) throws Exception {
        return result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void assertProblem(MvcTestResult result, int status, String code) {
        assertThat(result).hasStatus(status).hasContentType("application/problem+json");
        assertThat(result).bodyJson().extractingPath("$.code").isEqualTo(code);
    }
}
