package org.huying.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.Api;
import org.huying.Town;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.MovableClock;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.database.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Programs get short-lived tokens by their secrets, with no more than they may and no more than they ask for.
@SpringBootTest(
        properties = {
            "huying.access.second-factor=false",
            "huying.access.open-per-minute=0",
            "huying.access.sign-in-per-minute=3"
        })
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class, OAuthCalls.class, MovableClock.Config.class})
class OAuthEdgeTest {
    private static final String COUNTERS = "insight:counter:read";
    private static final String NODES = "territory:node:read";

    @Autowired MockMvcTester http;
    @Autowired Api api;
    @Autowired Town town;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;
    @Autowired OAuthCalls oauth;

    @Autowired
    @Qualifier("wallClock")
    MovableClock clock;

    private String security = "";
    private UUID machine = new UUID(0, 0);
    private UUID secretId = new UUID(0, 0);
    private String client = "";
    private String secret = "";
    private String address = "";

    @BeforeEach
    void aProgram() {
        town.ready();
        security = town.token("security-admin", Optional.empty());
        address = "10.0.0." + (1 + Math.floorMod(UUID.randomUUID().hashCode(), 250));
        machine = program();
        var issued = api.body(issue(machine));
        client = issued.at("/clientId").asString();
        secret = issued.at("/secret").asString();
        secretId = UUID.fromString(issued.at("/id").asString());
    }

    private UUID program() {
        return accounts.create(
                new NewAccount(
                        Town.REGION,
                        "vendor." + UUID.randomUUID().toString().substring(0, 8),
                        "大屏厂家",
                        Caller.Kind.MACHINE,
                        Optional.empty(),
                        false,
                        List.of(NewGrant.of("display", Town.COUNTY))));
    }

    private MvcTestResult issue(UUID of) {
        var made = api.post(security, "/machines/" + of + "/secrets", "{\"name\":\"正式\"}");
        assertThat(made).hasStatus(201);
        return made;
    }

    private MvcTestResult token(String more) {
        return oauth.send(
                address, "token", client + ":" + secret, "grant_type=client_credentials" + more);
    }

    private String granted(String more) {
        var answer = token(more);
        assertThat(answer).hasStatusOk();
        return api.body(answer).at("/access_token").asString();
    }

    @Test
    void getsATokenThatOpensWhatItsRolesGive() {
        var answer = token("");
        var body = api.body(answer);
        assertThat(answer.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(body.at("/token_type").asString()).isEqualTo("Bearer");
        assertThat(body.at("/expires_in").asLong()).isEqualTo(3_600);
        assertThat(body.at("/scope").asString()).isEqualTo(COUNTERS + " " + NODES);
        var token = body.at("/access_token").asString();
        assertThat(api.get(token, "/wall")).hasStatusOk();
        assertThat(api.get(token, "/inbox")).hasStatus(403);
        clock.move(Duration.ofMinutes(61));
        assertThat(api.get(token, "/wall")).hasStatus(401);
    }

    @Test
    void aTokenIsGoodForWhatWasAskedForAndNoMore() {
        var narrow = granted("&scope=" + NODES.replace(":", "%3A"));
        assertThat(api.get(narrow, "/wall")).hasStatus(403);
        assertThat(api.get(narrow, "/territory/nodes")).hasStatusOk();
        oauth.assertRefused(token("&scope=access:account:edit"), 400, "invalid_scope");
        oauth.assertRefused(token("&scope=" + NODES + "+nonsense"), 400, "invalid_scope");
        jdbc.sql("UPDATE access.role_grant SET valid_to = :now WHERE account = :account")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", machine)
                .update();
        clock.move(Duration.ofSeconds(1));
        oauth.assertRefused(token(""), 400, "invalid_scope");
    }

    @Test
    void theClientMayProveItselfInTheBodyAndSpellItOut() {
        var body = "grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret;
        assertThat(oauth.send(address, "token", "", body)).hasStatusOk();
        var spelt = client.replace(".", "%2E") + ":" + secret;
        assertThat(oauth.send(address, "token", spelt, "grant_type=client_credentials"))
                .hasStatusOk();
        oauth.assertRefused(
                oauth.send(address, "token", client + ":" + secret, body), 400, "invalid_request");
    }

    @Test
    void refusesWhoeverDoesNotKnowTheSecretAndThenSlowsThemDown() {
        var form = "grant_type=client_credentials";
        var wrong = oauth.send(address, "token", client + ":370481.c" + "x".repeat(43), form);
        oauth.assertRefused(wrong, 401, "invalid_client");
        assertThat(wrong.getResponse().getHeader("WWW-Authenticate")).startsWith("Basic ");
        oauth.assertRefused(
                oauth.send(address, "token", "370481.nobody:" + secret, form),
                401,
                "invalid_client");
        oauth.assertRefused(oauth.send(address, "token", "", form), 401, "invalid_client");
        var slowed = oauth.send(address, "token", "nonsense", form);
        oauth.assertRefused(slowed, 429, "temporarily_unavailable");
        assertThat(slowed.getResponse().getHeader("Retry-After")).isEqualTo("60");
        assertThat(token("")).as("who knows it is not kept out").hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource({
        "'', invalid_request",
        "grant_type=, invalid_request",
        "grant_type=password, unsupported_grant_type",
        "grant_type=client_credentials&grant_type=client_credentials, invalid_request",
        "grant_type=client_credentials&scope=%zz, invalid_request"
    })
    void refusesInTheWordsOfTheProtocol(String form, String error) {
        oauth.assertRefused(oauth.send(address, "token", client + ":" + secret, form), 400, error);
    }

    @Test
    void refusesWhatIsNoFormOrTooLarge() {
        var type = MediaType.APPLICATION_JSON;
        var json = http.post().uri("/oauth/token").contentType(type).content("{}").exchange();
        oauth.assertRefused(json, 400, "invalid_request");
        oauth.assertRefused(token("&x=" + "y".repeat(9_000)), 400, "invalid_request");
    }

    @Test
    void aTokenIsEndedByItsOwnClientOnly() {
        var token = granted("");
        var other = program();
        var issued = api.body(issue(other));
        var another = issued.at("/clientId").asString() + ":" + issued.at("/secret").asString();
        assertThat(oauth.send(address, "revoke", another, "token=" + token)).hasStatusOk();
        assertThat(api.get(token, "/wall")).hasStatusOk();
        assertThat(oauth.send(address, "revoke", client + ":" + secret, "token=nonsense"))
                .hasStatusOk();
        oauth.assertRefused(
                oauth.send(address, "revoke", client + ":" + secret, ""), 400, "invalid_request");
        oauth.assertRefused(
                oauth.send(address, "revoke", client + ":x", "token=" + token),
                401,
                "invalid_client");
        assertThat(
                        oauth.send(
                                address,
                                "revoke",
                                client + ":" + secret,
                                "token_type_hint=access_token&token=" + token))
                .hasStatusOk();
        assertThat(api.get(token, "/wall")).hasStatus(401);
    }

    @Test
    void aSecretThatIsTakenAwayTakesItsTokensAlong() {
        var token = granted("");
        var listed = api.body(api.get(security, "/machines/" + machine + "/secrets"));
        assertThat(listed.at("/0/usedAt").asString()).isNotEmpty();
        assertThat(listed.toString()).doesNotContain(secret);
        var gone =
                api.send(
                        HttpMethod.DELETE,
                        security,
                        "/machines/" + machine + "/secrets/" + secretId,
                        "");
        assertThat(gone).hasStatus(204);
        assertThat(api.get(token, "/wall")).hasStatus(401);
        oauth.assertRefused(token(""), 401, "invalid_client");
    }

    @Test
    void aDisabledProgramGetsNothing() {
        var token = granted("");
        jdbc.sql("UPDATE access.account SET status = 'disabled' WHERE id = :id")
                .param("id", machine)
                .update();
        oauth.assertRefused(token(""), 401, "invalid_client");
        assertThat(token).isNotEmpty();
    }

    @Test
    void asksNoMoreOftenThanItsQuotaLetsIt() {
        var limited =
                http.put()
                        .uri(Api.PLACE + "/machines/" + machine + "/quota")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + security)
                        .header(HttpHeaders.IF_NONE_MATCH, "*")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"perMinute\":2,\"perDay\":0}")
                        .exchange();
        assertThat(limited).hasStatus(204);
        granted("");
        granted("");
        var refused = token("");
        oauth.assertRefused(refused, 429, "temporarily_unavailable");
        assertThat(Integer.parseInt(String.valueOf(refused.getResponse().getHeader("Retry-After"))))
                .isBetween(1, 60);
    }

    @Test
    void aHundredTokensAreEnough() {
        for (int i = 0; i < 100; i++) {
            granted("");
        }
        oauth.assertRefused(token(""), 429, "temporarily_unavailable");
        clock.move(Duration.ofMinutes(61));
        assertThat(token("")).hasStatusOk();
    }

    @Test
    void aSecretOpensNothingByItselfAndOldTokensGoOn() {
        assertThat(api.get(secret, "/wall")).hasStatus(401);
        var old = accounts.issueToken(machine, Town.REGION, "old", Optional.empty());
        assertThat(api.get(old, "/wall")).hasStatusOk();
    }

    @Test
    void saysWhereEverythingIs() {
        var answer = http.get().uri("/.well-known/oauth-authorization-server").exchange();
        assertThat(answer).hasStatusOk();
        var body = api.body(answer);
        assertThat(body.at("/issuer").asString()).isEqualTo("http://localhost");
        assertThat(body.at("/token_endpoint").asString()).isEqualTo("http://localhost/oauth/token");
        assertThat(body.at("/grant_types_supported/0").asString()).isEqualTo("client_credentials");
        assertThat(body.at("/scopes_supported").toString()).contains(NODES);
    }

    @Test
    void signingInFromOutsideIsLimitedByAddressToo() {
        for (int i = 0; i < 4; i++) {
            var answer =
                    http.get()
                            .uri("/sign-in/begin/" + Town.REGION + "/nobody")
                            .with(it -> {
                                it.setRemoteAddr(address);
                                return it;
                            })
                            .exchange();
            assertThat(answer).hasStatus(303);
            assertThat(answer.getResponse().getHeader("Location"))
                    .contains(i < 3 ? "outside=unready" : "outside=too-many");
        }
    }
}
