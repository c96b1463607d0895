package org.huying.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.Api;
import org.huying.Town;
import org.huying.database.Ids;
import org.huying.database.Postgres;
import org.huying.notice.Consents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/// Whoever asked is told by text message if they agreed to it, of little, and until they take it back.
@SpringBootTest(
        properties = {
            "huying.access.second-factor=false",
            "huying.alarms.enabled=false",
            "huying.webhooks.local=true"
        })
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class ResidentSmsEdgeTest {

    private static final String PHONE = "13812340000";

    @Autowired Town town;
    @Autowired Api api;
    @Autowired MockMvcTester http;
    @Autowired Mailing mailing;
    @Autowired Letters letters;
    @Autowired Addressees addressees;
    @Autowired Consents consents;
    @Autowired JdbcClient jdbc;

    @Autowired
    @Qualifier("wallClock")
    Clock clock;

    private Trial trial;

    @BeforeEach
    void begin() {
        trial = new Trial(town, api, http, jdbc);
    }

    @AfterEach
    void end() {
        trial.close();
    }

    private JsonNode report(String contact) {
        var result =
                api.post(
                        "",
                        "/matters",
                        """
                        {"channel":"snap","title":"王五家楼道灯不亮","text":"三天了","item":"street-lamp","area":"%s","contact":%s}
                        """
                                .formatted(Town.REGION, contact));
        assertThat(result).hasStatus2xxSuccessful();
        return api.body(result);
    }

    private static String contact(String phone, boolean sms) {
        return "{\"name\":\"王五\",\"phone\":\"%s\",\"sms\":%s}".formatted(phone, sms);
    }

    private void accepted(JsonNode receipt) {
        var id = receipt.at("/matter/id").asString();
        if (api.matter(trial.desk, id).at("/state").asString().equals("REPORTED")) {
            api.step(trial.desk, id, "accept", "{}");
        }
        api.drain();
        api.drain();
    }

    private MvcTestResult texting(JsonNode receipt, String secret, Optional<Boolean> wanted) {
        var at =
                URI.create(
                        Api.PLACE
                                + "/track/"
                                + receipt.at("/matter/number").asString()
                                + "/texting");
        return wanted.map(it ->
                        http.put()
                                .uri(at)
                                .header("X-Tracking-Secret", secret)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"wanted\":" + it + "}")
                                .exchange())
                .orElseGet(() -> http.get().uri(at).header("X-Tracking-Secret", secret).exchange());
    }

    @Test
    void whoAgreedIsToldTheNumberAndNothingPersonal() {
        trial.texts("");
        assertThat(api.body(api.get("", "/texting")).at("/offered").asBoolean()).isTrue();
        var receipt = report(contact("138-1234-0000", true));
        accepted(receipt);
        mailing.round();
        assertThat(trial.receiver.got).hasSize(1);
        var number = receipt.at("/matter/number").asString();
        assertThat(trial.receiver.got.getFirst().body())
                .contains(PHONE, number, "https://huying.example.org/resident/matter/" + number)
                .doesNotContain("王五", "楼道", receipt.at("/trackingSecret").asString());
    }

    @Test
    void nobodyIsToldWhoDidNotAgree() {
        trial.texts("");
        accepted(report(contact(PHONE, false)));
        accepted(report("{\"name\":\"王五\",\"sms\":true}"));
        accepted(report("{\"phone\":\"0632-5551234\",\"sms\":true}"));
        mailing.round();
        assertThat(trial.receiver.got).isEmpty();
    }

    @Test
    void whatWasAgreedIsTakenBackWithTheSecretAndWhatWaitsIsNotSent() {
        trial.texts("");
        var receipt = report(contact(PHONE, true));
        var secret = receipt.at("/trackingSecret").asString();
        accepted(receipt);
        assertThat(texting(receipt, "AAAAAAAAAAAAAAAA", Optional.of(false))).hasStatus(404);
        var before = api.body(texting(receipt, secret, Optional.empty()));
        assertThat(before.at("/wanted").asBoolean()).isTrue();
        var after = api.body(texting(receipt, secret, Optional.of(false)));
        assertThat(after.at("/wanted").asBoolean()).isFalse();
        mailing.round();
        assertThat(trial.receiver.got).as("it waited").isEmpty();
        var id = receipt.at("/matter/id").asString();
        api.step(trial.desk, id, "ask", "{\"words\":\"哪一栋？\"}");
        api.drain();
        api.drain();
        mailing.round();
        assertThat(trial.receiver.got).as("asked").isEmpty();
        assertThat(texting(receipt, secret, Optional.of(true))).hasStatusOk();
        assertThat(
                        jdbc.sql(
                                        "SELECT wanted FROM notice.consent WHERE matter = :id::uuid ORDER BY id")
                                .param("id", id)
                                .query(Boolean.class)
                                .list())
                .as("every word is kept")
                .containsExactly(true, false, true);
    }

    private List<String> states() {
        return jdbc.sql("SELECT state FROM gateway.letter WHERE channel = :key")
                .param("key", trial.key)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void whatWasGivenUpIsNotSentLaterToWhoeverTookItBack() {
        trial.texts("");
        var receipt = report(contact(PHONE, true));
        accepted(receipt);
        trial.receiver.mood = Receiver.Mood.REFUSES;
        trial.round(mailing, Mailing.MOST);
        assertThat(states()).containsExactly("dead");
        jdbc.sql("UPDATE gateway.letter SET addressee = :other WHERE channel = :key")
                .param("other", Ids.next())
                .param("key", trial.key)
                .update(); // as if the number could not be read any more
        var secret = receipt.at("/trackingSecret").asString();
        assertThat(texting(receipt, secret, Optional.of(false))).hasStatusOk();
        assertThat(states()).isEmpty();
    }

    @Test
    void whoTookItBackIsNotToldEvenWhereALetterWasOnItsWay() {
        trial.texts("");
        var receipt = report(contact(PHONE, true));
        accepted(receipt);
        var id = UUID.fromString(receipt.at("/matter/id").asString());
        consents.say(Town.REGION, id, false, Ids.next(), clock.instant());
        mailing.round();
        assertThat(trial.receiver.got).isEmpty();
        var line = trial.at("/letters").at("/items/0");
        assertThat(line.at("/state").asString()).isEqualTo("dead");
        assertThat(line.at("/error").asString()).isEqualTo(Standing.NOT_WANTED);
        assertThat(trial.at("").at("/channel/failures").asInt()).isZero();
        assertThat(api.post(trial.admin, "/channels/" + trial.key + "/resend", "{}")).hasStatusOk();
        mailing.round();
        assertThat(trial.receiver.got).as("nor when it is sent again").isEmpty();
    }

    @Test
    void noTelephoneIsFloodedWhoeverGaveItsNumber() {
        trial.texts("");
        var now = clock.instant();
        var addressee = addressees.at(trial.key, PHONE);
        List<Letters.Fresh> ten = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            var line = new Layout.Line(Ids.next(), "accepted", "N-" + i, "接下了");
            consents.say(Town.REGION, line.subject(), true, Ids.next(), now);
            ten.add(Letters.Fresh.urgent(trial.key, addressee, PHONE, line, now));
        }
        letters.add(Town.REGION, ten);
        for (int i = 0; i < 10; i++) {
            mailing.round();
        }
        assertThat(trial.receiver.got).hasSize(10);
        accepted(report(contact(PHONE, true)));
        mailing.round();
        assertThat(trial.receiver.got).hasSize(10);
    }

    @Test
    void withoutAChannelNobodyIsAsked() {
        assertThat(api.body(api.get("", "/texting")).at("/offered").asBoolean()).isFalse();
    }
}
