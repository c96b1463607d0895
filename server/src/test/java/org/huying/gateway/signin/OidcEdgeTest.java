package org.huying.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.huying.Town;
import org.huying.database.Postgres;
import org.huying.gateway.signin.TestIssuer.Fault;
import org.huying.problem.Seen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Signing in by OpenID Connect, over HTTP, with a true provider that can be made to misbehave.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "huying.access.second-factor=false",
            "huying.access.sign-in-per-minute=0",
            "huying.webhooks.local=true"
        })
@Import({Town.class, Trips.Beans.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OidcEdgeTest {
    private static final String KEY = Trips.KEY;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        Postgres.into(registry);
    }

    @Autowired Town town;
    @Autowired Trips.Beans beans;
    @LocalServerPort int port;

    private TestIssuer issuer;
    private Trips trips;
    private String huying;

    @BeforeAll
    void begin() {
        town.ready();
        huying = "http://127.0.0.1:" + port;
        issuer = new TestIssuer(huying, huying + "/sign-in/back/" + Town.REGION + "/" + KEY);
        trips = new Trips(beans, issuer, huying);
        trips.setUp(new Seen(0));
    }

    @AfterAll
    void end() {
        issuer.close();
    }

    @BeforeEach
    void well() {
        issuer.fault = Fault.NONE;
    }

    @Test
    void letsInWhoeverIsLinkedAndOutAgainHereAndThere() {
        trips.linked("zhao");
        var traveller = new Traveller();
        assertThat(trips.signIn(traveller, "zhao", "?door=desk&next=/queue?area=370481001"))
                .isEqualTo(huying + "/desk/queue?area=370481001");
        var me = traveller.get(huying + "/api/v1/me");
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.body())
                .as("no password is asked for that was not used")
                .contains("\"restriction\":\"none\"", "\"leader\"");
        assertThat(trips.acts("signed-in", KEY + ",%")).isPositive();
        assertThat(beans.providers().find(Town.REGION, KEY).flatMap(Provider::okAt)).isPresent();
        var out = traveller.get(huying + "/api/v1/session/outside").body();
        assertThat(out).contains("/connect/logout?id_token_hint=");
        var next = out.substring(out.indexOf("http"), out.lastIndexOf('"'));
        assertThat(traveller.followed(traveller.get(next), it -> it.startsWith(huying)))
                .isEqualTo(huying + "/desk/sign-in");
    }

    @Test
    void makesNoAccountForWhomNobodyLinked() {
        var traveller = new Traveller();
        assertThat(trips.signIn(traveller, "stranger", ""))
                .isEqualTo(
                        huying
                                + "/desk/sign-in?outside=unknown&provider=city-identity#account=stranger%40id");
        assertThat(traveller.holds("huying_session")).isFalse();
        assertThat(beans.accounts().byLogin(Town.REGION, "stranger")).isEmpty();
        assertThat(trips.acts("sign-in-refused", KEY + ": unknown")).isPositive();
    }

    @Test
    void knowsNobodyByTheirLoginOrName() {
        trips.account("same");
        assertThat(trips.signIn(new Traveller(), "same", "")).contains("outside=unknown");
    }

    @Test
    void refusesADisabledAccountAndALockedOne() {
        var id = trips.linked("gone");
        beans.jdbc()
                .sql("UPDATE access.account SET status = 'disabled' WHERE id = :id")
                .param("id", id)
                .update();
        assertThat(trips.signIn(new Traveller(), "gone", "")).contains("outside=disabled");
        var other = trips.linked("locked");
        beans.jdbc()
                .sql(
                        "UPDATE access.account SET locked_until = now() + interval '10 minutes' WHERE id = :id")
                .param("id", other)
                .update();
        assertThat(trips.signIn(new Traveller(), "locked", "")).contains("outside=locked");
    }

    @Test
    void refusesWhoeverComesBackTwice() {
        trips.linked("twice");
        var traveller = new Traveller();
        var door = trips.atTheDoor(traveller, "twice", "");
        assertThat(Traveller.where(traveller.get(door))).isEqualTo(huying + "/desk/");
        assertThat(Traveller.where(traveller.get(door))).contains("outside=state");
    }

    @Test
    void refusesWhoeverComesBackToAnotherBrowser() {
        trips.linked("victim");
        var attacker = new Traveller();
        var door = trips.atTheDoor(attacker, "victim", "");
        var victim = new Traveller();
        assertThat(Traveller.where(victim.get(door))).contains("outside=state");
        assertThat(victim.holds("huying_session")).isFalse();
        assertThat(Traveller.where(attacker.get(door)))
                .as("and nobody else spoils it")
                .isEqualTo(huying + "/desk/");
    }

    @Test
    void refusesAStateThatNobodyWasGiven() {
        trips.linked("state");
        var traveller = new Traveller();
        var door = trips.atTheDoor(traveller, "state", "");
        assertThat(Traveller.where(traveller.get(door.replaceAll("state=[^&]*", "state=other"))))
                .contains("outside=state");
        assertThat(Traveller.where(new Traveller().get(door.replaceAll("[?].*", ""))))
                .contains("outside=state");
    }

    @Test
    void refusesACodeThatWasExchangedBefore() {
        trips.linked("code");
        var traveller = new Traveller();
        var door = trips.atTheDoor(traveller, "code", "");
        assertThat(Traveller.where(traveller.get(door))).isEqualTo(huying + "/desk/");
        var again = new Traveller();
        var other = trips.atTheDoor(again, "code", "");
        var code = door.replaceAll(".*code=([^&]*).*", "$1");
        assertThat(Traveller.where(again.get(other.replaceAll("code=[^&]*", "code=" + code))))
                .contains("outside=code");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            mode = Mode.EXCLUDE,
            names = {"NONE", "DOWN", "SLOW"})
    void refusesATokenThatDoesNotHold(Fault fault) {
        var login = "t." + fault.name().toLowerCase(Locale.ROOT).replace('_', '.');
        trips.linked(login);
        var traveller = new Traveller();
        var door = trips.atTheDoor(traveller, login, "");
        issuer.fault = fault;
        assertThat(Traveller.where(traveller.get(door)))
                .isEqualTo(huying + "/desk/sign-in?outside=token&provider=city-identity");
        assertThat(traveller.holds("huying_session")).isFalse();
        assertThat(trips.error()).startsWith(fault == Fault.UNSIGNED ? "the ID token" : "");
        assertThat(trips.error()).isNotEmpty();
    }

    @Test
    void learnsAKeyThatWasChanged() {
        trips.linked("before");
        trips.linked("after");
        assertThat(trips.signIn(new Traveller(), "before", "")).isEqualTo(huying + "/desk/");
        issuer.rotate();
        assertThat(trips.signIn(new Traveller(), "after", "")).isEqualTo(huying + "/desk/");
    }

    @Test
    void saysSoWhenTheProviderIsDownOrSlow() {
        trips.linked("waits");
        for (var fault : List.of(Fault.DOWN, Fault.SLOW)) {
            var traveller = new Traveller();
            var door = trips.atTheDoor(traveller, "waits", "");
            issuer.fault = fault;
            long before = System.nanoTime();
            assertThat(Traveller.where(traveller.get(door))).contains("outside=provider");
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isLessThan(Duration.ofSeconds(12));
            assertThat(trips.error()).startsWith("token: ");
            issuer.fault = Fault.NONE;
        }
    }

    @Test
    void saysSoWhenTheProviderWasNeverReached() {
        var version = beans.providers().version(Town.REGION, KEY).orElseThrow();
        trips.setUp(new Seen(version));
        issuer.fault = Fault.DOWN;
        var begin = huying + "/sign-in/begin/" + Town.REGION + "/" + KEY;
        assertThat(Traveller.where(new Traveller().get(begin + "?door=field")))
                .isEqualTo(huying + "/field/?outside=provider&provider=city-identity");
        assertThat(trips.error()).startsWith("discovery: ");
    }

    @Test
    void passesOnThatThePersonSaidNo() {
        var traveller = new Traveller();
        var door = trips.atTheDoor(traveller, "no", "");
        assertThat(
                        Traveller.where(
                                traveller.get(
                                        door.replaceAll("code=[^&]*", "error=access_denied"))))
                .contains("outside=cancelled");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https%3A%2F%2Fevil.example",
                "%2F%2Fevil.example",
                "%2F%5Cevil.example",
                "%2F..%2F..%2Fapi%2Fv1%2Fme",
                "%2F%250d%250aSet-Cookie%3Aa%3Db",
                "%2Fqueue%0d%0aX-Evil%3A1",
                "javascript%3Aalert(1)",
                "%40evil.example"
            })
    void leadsNobodyElsewhere(String next) {
        var login = "redirect" + Math.floorMod(next.hashCode(), 1_000_000);
        trips.linked(login);
        assertThat(trips.signIn(new Traveller(), login, "?door=desk&next=" + next))
                .isEqualTo(huying + "/desk/");
        assertThat(trips.signIn(new Traveller(), login, "?door=" + next))
                .isEqualTo(huying + "/desk/");
    }

    @Test
    void showsTheButtonOfAProviderThatIsReady() {
        var offered = new Traveller().get(huying + "/api/v1/sign-in/providers?door=field").body();
        assertThat(offered)
                .contains(
                        "\"name\":\"市统一身份认证\"",
                        "\"en\":\"City identity\"",
                        "\"start\":\"/sign-in/begin/370481/city-identity\"")
                .doesNotContain(TestIssuer.SECRET);
    }
}
