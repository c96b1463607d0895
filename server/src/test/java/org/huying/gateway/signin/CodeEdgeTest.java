package org.huying.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.Town;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.access.OutsideIdentity;
import org.huying.access.account.TotpCodes;
import org.huying.database.Postgres;
import org.huying.gateway.signin.GovernmentApp.Mood;
import org.huying.problem.Seen;
import org.huying.vault.Cipher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Signing in by one-use codes, over HTTP, with a platform that behaves like the real ones.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "huying.access.second-factor=false",
            "huying.access.sign-in-per-minute=0",
            "huying.webhooks.local=true"
        })
@Import({Town.class, Trips.Beans.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CodeEdgeTest {
    private static final String KEY = "zhe-gov-ding";
    private static final String TOTP = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        Postgres.into(registry);
    }

    @Autowired Town town;
    @Autowired Trips.Beans beans;
    @Autowired Cipher cipher;
    @LocalServerPort int port;

    private final GovernmentApp app = new GovernmentApp();
    private String huying = "";

    @BeforeAll
    void begin() {
        town.ready();
        huying = "http://localhost:" + port;
        put(
                KEY,
                file(KEY, ""),
                Map.of("app-key", GovernmentApp.KEY, "app-secret", GovernmentApp.SECRET));
    }

    @AfterAll
    void end() {
        app.close();
    }

    @BeforeEach
    void well() {
        app.mood = Mood.WELL;
    }

    private void put(String key, String file, Map<String, String> secrets) {
        beans.desk().put(Town.REGION, key, file, new Seen(0), Caller.SYSTEM);
        beans.desk().keep(Town.REGION, key, secrets, Caller.SYSTEM);
    }

    private String file(String key, String start) {
        return """
        provider: %s
        name: 浙政钉
        en: ZheGovDing
        by: code
        at: %s
        code:
          %s
          steps:
            - url: "%s/gettoken.json?appkey={secret.app-key}"
              headers: { X-Timestamp: "{time}", X-Nonce: "{nonce}", X-Signature: "{sign}" }
              sign: { of: "GET\\n{time}\\n{nonce}\\n/gettoken.json\\nappkey={secret.app-key}", with: app-secret }
              good: { at: /success, is: ["true"] }
              error: /content/responseMessage
              take: { token: /content/data/accessToken }
              keep: 7000
            - method: POST
              url: "%s/user.json"
              body: "access_token={token}&auth_code={code}"
              good: { at: /success, is: ["true"] }
              error: /content/responseMessage
          account: /content/data/accountId
        """
                .formatted(key, huying, start, app.at(), app.at());
    }

    private UUID linked(String key, String subject) {
        var id =
                beans.accounts()
                        .create(
                                new NewAccount(
                                        Town.REGION,
                                        "code." + UUID.randomUUID().toString().substring(0, 8),
                                        "赵一",
                                        Caller.Kind.STAFF,
                                        Optional.empty(),
                                        false,
                                        List.of(NewGrant.of("grid-worker", Town.COUNTY))));
        beans.identities().link(Caller.SYSTEM, id, new OutsideIdentity(Town.REGION, key, subject));
        return id;
    }

    private void withSecondFactor(UUID account) {
        beans.jdbc()
                .sql("UPDATE access.account SET totp_sealed = :totp WHERE id = :id")
                .param("totp", cipher.seal(TOTP))
                .param("id", account)
                .update();
    }

    private String brought(Traveller traveller, String key, String code) {
        return Traveller.where(
                traveller.get(
                        huying
                                + "/sign-in/code/"
                                + Town.REGION
                                + "/"
                                + key
                                + "?door=field&next=/tasks&code="
                                + URLEncoder.encode(code, StandardCharsets.UTF_8)));
    }

    private String said(String word) {
        return huying + "/field/?outside=" + word + "&provider=" + KEY;
    }

    private String error() {
        return beans.providers()
                .find(Town.REGION, KEY)
                .flatMap(Provider::error)
                .map(Provider.Trouble::what)
                .orElse("");
    }

    @Test
    void letsInWhoeverIsLinkedAndAsksForAnAccessTokenOnce() {
        linked(KEY, "1001");
        var traveller = new Traveller();
        assertThat(brought(traveller, KEY, app.code("1001"))).isEqualTo(huying + "/field/tasks");
        assertThat(traveller.get(huying + "/api/v1/me").body()).contains("\"grid-worker\"");
        int before = app.tokens.get();
        assertThat(brought(new Traveller(), KEY, app.code("\"1001\"")))
                .isEqualTo(huying + "/field/tasks");
        assertThat(app.tokens.get()).isEqualTo(before);
    }

    @Test
    void takesEachCodeOnceWhateverThePlatformSays() {
        linked(KEY, "1002");
        var code = app.code("1002");
        assertThat(brought(new Traveller(), KEY, code)).isEqualTo(huying + "/field/tasks");
        assertThat(brought(new Traveller(), KEY, code)).isEqualTo(said("code"));
        var lost = app.code("1002");
        app.mood = Mood.FAILS;
        assertThat(brought(new Traveller(), KEY, lost)).isEqualTo(said("provider"));
        app.mood = Mood.WELL;
        assertThat(brought(new Traveller(), KEY, lost)).isEqualTo(said("code"));
    }

    @Test
    void refusesACodeThatIsTooOldOrNone() {
        linked(KEY, "1003");
        var code = app.code("1003");
        app.forgetCodes();
        var traveller = new Traveller();
        assertThat(brought(traveller, KEY, code)).isEqualTo(said("code"));
        assertThat(brought(traveller, KEY, "")).isEqualTo(said("code"));
        assertThat(brought(traveller, KEY, "x".repeat(2_001))).isEqualTo(said("code"));
        assertThat(traveller.holds("huying_session")).isFalse();
    }

    @Test
    void makesNoAccountForWhomNobodyLinkedWhateverTheirName() {
        linked(KEY, "1004");
        var traveller = new Traveller();
        assertThat(brought(traveller, KEY, app.code("2004")))
                .as("the platform calls both 赵一")
                .isEqualTo(said("unknown") + "#account=2004");
        assertThat(traveller.holds("huying_session")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"FAILS", "SLOW", "GARBAGE", "NAMELESS", "ELSEWHERE"})
    void saysSoWhenThePlatformDoesNotAnswerAsItShould(Mood mood) {
        app.mood = mood;
        assertThat(brought(new Traveller(), KEY, app.code("1005"))).isEqualTo(said("provider"));
        assertThat(error()).isNotEmpty().doesNotContain(GovernmentApp.SECRET, "1005");
    }

    @Test
    void forgetsAnAccessTokenThatEndedBeforeItsTime() {
        linked(KEY, "1006");
        assertThat(brought(new Traveller(), KEY, app.code("1006")))
                .isEqualTo(huying + "/field/tasks");
        app.endToken();
        assertThat(brought(new Traveller(), KEY, app.code("1006"))).isEqualTo(said("code"));
        assertThat(brought(new Traveller(), KEY, app.code("1006")))
                .isEqualTo(huying + "/field/tasks");
    }

    @Test
    void asksForTheSecondFactorWhereTheAccountHasOne() {
        withSecondFactor(linked(KEY, "1007"));
        var traveller = new Traveller();
        assertThat(brought(traveller, KEY, app.code("1007")))
                .isEqualTo(said("second-factor") + "&then=%2Ftasks");
        assertThat(traveller.holds("huying_session")).isFalse();
        var finish = huying + "/api/v1/session/outside";
        assertThat(traveller.json(finish, "{\"code\":\"000000\"}").statusCode()).isEqualTo(401);
        assertThat(new Traveller().json(finish, "{\"code\":\"000000\"}").statusCode())
                .as("nobody proved them")
                .isEqualTo(409);
        var code = TotpCodes.code(TOTP, Instant.now());
        assertThat(traveller.json(finish, "{\"code\":\"" + code + "\"}").statusCode())
                .isEqualTo(200);
        assertThat(traveller.get(huying + "/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void locksAfterFiveWrongCodesOfTheSecondFactor() {
        withSecondFactor(linked(KEY, "1008"));
        var traveller = new Traveller();
        assertThat(brought(traveller, KEY, app.code("1008"))).contains("second-factor");
        var finish = huying + "/api/v1/session/outside";
        for (int i = 0; i < 5; i++) {
            assertThat(traveller.json(finish, "{\"code\":\"000000\"}").body())
                    .contains("second-factor-refused");
        }
        var right = TotpCodes.code(TOTP, Instant.now());
        assertThat(traveller.json(finish, "{\"code\":\"" + right + "\"}").body())
                .contains("login-refused");
        assertThat(brought(new Traveller(), KEY, app.code("1008"))).isEqualTo(said("locked"));
    }

    @Test
    void whereAButtonLeadsToThePlatformACodeWithoutItsStateIsNoGood() {
        var key = "wecom-style";
        put(
                key,
                file(key, "start: \"" + app.at() + "/authorize?back={back}&state={state}\""),
                Map.of("app-key", GovernmentApp.KEY, "app-secret", GovernmentApp.SECRET));
        linked(key, "1009");
        var traveller = new Traveller();
        var begin =
                huying + "/sign-in/begin/" + Town.REGION + "/" + key + "?door=field&next=/tasks";
        var out = Traveller.where(traveller.get(begin));
        assertThat(out).startsWith(app.at() + "/authorize?back=http%3A%2F%2Flocalhost");
        var state = out.substring(out.indexOf("state=") + 6);
        assertThat(brought(traveller, key, app.code("1009"))).contains("outside=state");
        var code = URLEncoder.encode(app.code("1009"), StandardCharsets.UTF_8);
        var back = huying + "/sign-in/back/" + Town.REGION + "/" + key + "?code=" + code;
        assertThat(Traveller.where(new Traveller().get(back + "&state=" + state)))
                .contains("outside=state");
        assertThat(Traveller.where(traveller.get(back + "&state=" + state)))
                .isEqualTo(huying + "/field/tasks");
    }

    @Test
    void isNotReadyWithoutItsSecretsAndForNobodyElse() {
        beans.desk().put(Town.REGION, "new-one", file("new-one", ""), new Seen(0), Caller.SYSTEM);
        assertThat(brought(new Traveller(), "new-one", app.code("1010")))
                .contains("outside=unready");
        assertThat(brought(new Traveller(), "nobody", "x")).contains("outside=unready");
        assertThat(new Traveller().get(huying + "/api/v1/sign-in/providers?door=field").body())
                .doesNotContain("new-one")
                .as("the app opens it by itself, there is nothing to press")
                .doesNotContain("\"zhe-gov-ding\"");
    }
}
