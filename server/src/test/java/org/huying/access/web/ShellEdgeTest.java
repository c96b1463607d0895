package org.huying.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.access.Permit;
import org.huying.access.session.Token;
import org.huying.database.Postgres;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest
@AutoConfigureMockMvc
@Import({Postgres.class, ShellEdgeTest.Probe.class})
class ShellEdgeTest {
    private static final String REGION = "370481";

    @TestComponent
    @RestController
    static class Probe {
        record Body(String text) {}

        @GetMapping("/api/v1/{region}/probe")
        @Permit("matter:matter:read")
        String look(@PathVariable String region, Caller caller) {
            return caller.name();
        }

        @PostMapping("/api/v1/{region}/probe")
        @Permit("matter:matter:report")
        String write(@PathVariable String region, @RequestBody Body body) {
            return body.text();
        }

        @GetMapping("/api/v1/{region}/probe/{word}")
        @Permit(Permit.OPEN)
        Body word(@PathVariable String region, @PathVariable String word) {
            return new Body(region + " " + word);
        }

        @GetMapping("/api/v1/probe/open")
        @Permit(Permit.OPEN)
        String open(Caller caller) {
            return caller.name();
        }

        @GetMapping("/api/v1/probe/forgotten")
        String forgotten() {
            return "never";
        }
    }

    @Autowired private MockMvcTester mvc;
    @Autowired private Accounts accounts;
    @Autowired private MeterRegistry meters;

    private String session(String login, String role) {
        var id =
                accounts.byLogin(REGION, login)
                        .orElseGet(() -> accounts.create(staff(login, role)));
        return accounts.openSession(id, REGION);
    }

    private static NewAccount staff(String login, String role) {
        return new NewAccount(
                REGION,
                login,
                "王小明",
                Caller.Kind.STAFF,
                Optional.empty(),
                false,
                List.of(NewGrant.of(role, TerritoryCode.of("370481001"))));
    }

    @Test
    void knowsTheCallerByBearerToken() {
        var token = session("reader", "leader");
        var result = get("/api/v1/370481/probe", token);
        assertThat(result).hasStatus(200);
        assertThat(result).bodyText().isEqualTo("王小明");
    }

    @Test
    void tellsApartNobodyNoPermissionAndOutside() {
        assertProblem(mvc.get().uri("/api/v1/370481/probe").exchange(), 401, "unauthenticated");
        var admin = session("audit.one", "audit-admin");
        assertThat(get("/api/v1/370481/probe", admin)).hasStatus(403);
        var reader = session("reader", "leader");
        assertProblem(get("/api/v1/110101/probe", reader), 404, "not-found");
        assertProblem(get("/api/v1/37048x/probe", reader), 404, "not-found");
    }

    @Test
    void decidesBeforeTheBodyIsRead() {
        var reader = session("reader", "leader");
        var result =
                mvc.post()
                        .uri("/api/v1/370481/probe")
                        .header("Authorization", "Bearer " + reader)
                        .exchange();
        assertProblem(result, 403, "forbidden");
    }

    @Test
    void refusesAHandlerWithoutAPermission() {
        assertProblem(
                get("/api/v1/probe/forgotten", session("reader", "leader")), 403, "forbidden");
    }

    @Test
    void refusesATokenThatIsNoGood() {
        for (var bad : List.of("x", Token.fresh(REGION, Token.Kind.SESSION).text(), "")) {
            assertProblem(get("/api/v1/probe/open", bad), 401, "unauthenticated");
        }
        var basic =
                mvc.get()
                        .uri("/api/v1/probe/open")
                        .header("Authorization", "Basic eDp5")
                        .exchange();
        assertProblem(basic, 401, "unauthenticated");
        assertThat(mvc.get().uri("/api/v1/probe/open").exchange()).bodyText().isEqualTo("匿名");
    }

    @Test
    void asksForTheCsrfValueWhenTheTokenCameInACookie() {
        var token = session("worker", "grid-worker");
        var cookie = new Cookie(CallerFilter.COOKIE, token);
        var post =
                mvc.post()
                        .uri("/api/v1/370481/probe")
                        .cookie(cookie)
                        .contentType("application/json")
                        .content("{\"text\":\"好\"}");
        assertProblem(post.exchange(), 403, "csrf-refused");
        var csrf = Token.parse(token).orElseThrow().csrf();
        assertThat(post.header(CallerFilter.CSRF, csrf).exchange()).hasStatus(200);
        assertThat(mvc.get().uri("/api/v1/370481/probe").cookie(cookie).exchange()).hasStatus(200);
    }

    @Test
    void machinesComeWithApiTokens() {
        var id =
                accounts.create(
                        new NewAccount(
                                REGION,
                                "sensor",
                                "水位传感器",
                                Caller.Kind.MACHINE,
                                Optional.empty(),
                                false,
                                List.of(
                                        NewGrant.of(
                                                "machine-reporter", TerritoryCode.of(REGION)))));
        var token = accounts.issueToken(id, REGION, "一号", Optional.empty());
        assertThat(token).startsWith("370481.t");
        var result =
                mvc.post()
                        .uri("/api/v1/370481/probe")
                        .header("Authorization", "Bearer " + token)
                        .contentType("application/json")
                        .content("{\"text\":\"水\"}")
                        .exchange();
        assertThat(result).hasStatus(200);
        var ended = accounts.issueToken(id, REGION, "旧", Optional.of(Instant.EPOCH));
        assertProblem(get("/api/v1/probe/open", ended), 401, "unauthenticated");
    }

    @Test
    void residentsActWithinTheirCounty() {
        var id = accounts.resident(REGION, "13800138000", Optional.of("李四"));
        assertThat(accounts.resident(REGION, "13800138000", Optional.empty())).isEqualTo(id);
        var token = accounts.openSession(id, REGION);
        assertThat(get("/api/v1/probe/open", token)).bodyText().isEqualTo("居民");
        assertProblem(get("/api/v1/370481/probe", token), 403, "forbidden");
    }

    @Test
    void setsTheHeadersOfAStrictShell() {
        var result = mvc.get().uri("/api/v1/probe/open").exchange();
        assertThat(result)
                .headers()
                .hasValue("X-Content-Type-Options", "nosniff")
                .hasValue("X-Frame-Options", "DENY");
        assertThat(result.getResponse().getHeader("Content-Security-Policy"))
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'");
        assertThat(result.getResponse().getHeader("Set-Cookie")).isNull();
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        var result =
                mvc.post()
                        .uri("/api/v1/370481/probe")
                        .header("Authorization", "Bearer " + session("worker", "grid-worker"))
                        .contentType("application/json")
                        .content("{\"text\":\"" + "x".repeat(2_100_000) + "\"}")
                        .exchange();
        assertProblem(result, 413, "too-large");
    }

    @Test
    void keepsTheMetricsForThoseWhoOperate() {
        assertProblem(mvc.get().uri("/actuator/prometheus").exchange(), 401, "unauthenticated");
        assertProblem(get("/actuator/env", session("reader", "leader")), 403, "forbidden");
        assertThat(mvc.get().uri("/actuator/health").exchange()).hasStatus(200);
    }

    @Test
    void answersInOnePieceOfKnownLength() {
        var result = mvc.get().uri("/api/v1/370481/probe/路灯").exchange();
        assertThat(result)
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.text")
                .isEqualTo("370481 路灯");
        assertThat(result.getResponse().getHeader("Content-Length"))
                .isEqualTo(String.valueOf(result.getResponse().getContentAsByteArray().length));
    }

    @Test
    void findsHandlersByFixedWordsBeforeVariables() {
        assertThat(mvc.get().uri("/api/v1/probe/open").exchange()).hasStatus(200);
        assertThat(mvc.get().uri("/api/v1/probe/probe/open").exchange()).hasStatus(200);
        assertProblem(mvc.get().uri("/api/v1/370481/probe/a/b").exchange(), 404, "not-found");
        assertProblem(mvc.post().uri("/api/v1/probe/open").exchange(), 405, "method-not-allowed");
    }

    @Test
    void timesRequestsByThePatternOfTheirAddress() {
        assertThat(mvc.get().uri("/api/v1/370481/probe/timed").exchange()).hasStatus(200);
        var timer =
                meters.get("http.server.requests")
                        .tag("uri", "/api/v1/{region}/probe/{word}")
                        .tag("method", "GET")
                        .tag("status", "200")
                        .timer();
        assertThat(timer.count()).isPositive();
    }

    private MvcTestResult get(String uri, String token) {
        return mvc.get().uri(uri).header("Authorization", "Bearer " + token).exchange();
    }

    private static void assertProblem(MvcTestResult result, int status, String code) {
        assertThat(result).hasStatus(status).hasContentType("application/problem+json");
        assertThat(result).bodyJson().extractingPath("$.code").isEqualTo(code);
    }
}
