package org.huying.gateway.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A platform above over real HTTP: signatures of every scheme, both ways; what is pushed up, and what is not; and messages
/// that are only tried.
class PartnerPlatformEdgeTest extends Exchange {

    private static final String ORDER =
            "\"title\":\"路灯不亮\",\"content\":\"三盏\",\"category\":\"路灯不亮\",\"area\":\"370481001\"";

    private Platform platform;

    @BeforeEach
    void opened() {
        platform = Platform.open();
    }

    @AfterEach
    void ended() {
        platform.close();
    }

    private String file(String scheme, String when) {
        return """
        partner: hotline
        name: 省平台
        sign: { scheme: %s, skew: 120 }
        in:
          kind: { field: msgType, words: { DISPATCH: order, CHANGE: update, URGE: urge } }
          id: msgId
          sent: sendTime
          time: "yyyy-MM-dd HH:mm:ss"
          words: reason
          fields: { number: orderNo, title: title, text: content, area: area, item: category, place: address, caller-phone: phone }
          values: { item: { words: { 路灯不亮: street-lamp } } }
        out:
          url: %s
          answer: { field: success, good: ["true"] }
          states: { ACCEPTED: "10", DISPATCHED: "20", IN_PROGRESS: "30", REJECTED: "91" }
          messages:
            status: { head.id: id, body.taskNo: order, body.state: status }
            push: { head.type: "=event.new", head.id: id, body.eventNo: number, body.title: title }
            progress: { head.type: "=event.state", head.id: id, body.eventNo: number, body.state: status }
          push: { when: '%s' }
        """
                .formatted(scheme, platform.url(), when);
    }

    /// Keys of both sides for a partner of this scheme: what the platform signs with and checks by.
    private Keys connected(String scheme, String when) {
        consumers.drain();
        jdbc.sql("DELETE FROM gateway.parcel").update();
        jdbc.sql("DELETE FROM gateway.partner").update();
        var put = put(KEY, file(scheme, when), "*");
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        var theirs = Sm2.fresh();
        var asked =
                scheme.equals("sm2") ? "{\"publicKey\":\"" + Sm2.publicKey(theirs) + "\"}" : "{}";
        var made = json(post(admin, "/partners/" + KEY + "/keys", asked));
        return scheme.equals("sm2")
                ? new Keys.Pair(theirs, made.at("/publicKey").asString())
                : new Keys.Shared(Scheme.of(scheme).orElseThrow(), made.at("/secret").asString());
    }

    private Seal sealed(Keys keys, String body) {
        return Signing.sign(
                keys, "POST", door(KEY).getRawPath(), Instant.now().getEpochSecond(), body);
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void signsBothWaysByEveryScheme(Scheme scheme) {
        var keys = connected(scheme.word(), "false");
        var no = "P" + UUID.randomUUID().toString().substring(0, 12);
        var body = message("DISPATCH", no + "-1", no, ORDER);
        var seal = sealed(keys, body);
        assertThat(said(body + " ", seal.header()).statusCode()).as("changed").isEqualTo(403);
        assertThat(said(body, sealed(strange(keys), body).header()).statusCode())
                .as("by another key")
                .isEqualTo(403);
        assertThat(said(body, other(scheme, seal).header()).statusCode())
                .as("by another scheme")
                .isEqualTo(403);
        assertThat(outcome(said(body, seal.header()))).isEqualTo("201 opened");
        assertThat(said(body, seal.header()).statusCode()).as("twice").isEqualTo(403);

        step(no, "accept", "{}");
        exchange();
        var got = platform.got();
        assertThat(got).isNotEmpty();
        for (var each : got) {
            assertThat(each.path()).isEqualTo(Platform.PATH);
            assertThat(Signing.holds(keys, each.seal(), "POST", each.path(), each.body())).isTrue();
            assertThat(Signing.holds(keys, each.seal(), "POST", each.path(), each.body() + " "))
                    .isFalse();
        }
        assertThat(got.getFirst().json().at("/body/taskNo").asString()).isEqualTo(no);
    }

    private static Keys strange(Keys keys) {
        return switch (keys) {
            case Keys.Shared(var scheme, _) -> new Keys.Shared(scheme, "hyp_other");
            case Keys.Pair pair -> new Keys.Pair(Sm2.fresh(), pair.theirs());
        };
    }

    private static Seal other(Scheme scheme, Seal seal) {
        var another = scheme == Scheme.SM2 ? Scheme.HMAC_SM3 : Scheme.SM2;
        return new Seal(seal.seconds(), seal.nonce(), another, seal.value());
    }

    @Test
    void aKeyThatIsNoPointIsRefusedAndSoIsEverythingBeforeThereAreKeys() {
        connected("sm2", "false");
        jdbc.sql("DELETE FROM gateway.partner").update();
        put(KEY, file("sm2", "false"), "*");
        var body = message("DISPATCH", "n-1", "n", ORDER);
        var seal = sealed(new Keys.Pair(Sm2.fresh(), Sm2.publicKey(Sm2.fresh())), body);
        assertThat(said(body, seal.header()).statusCode()).isEqualTo(403);
        for (var wrong : new String[] {"", "04", "04" + "1".repeat(128), "02" + "a".repeat(64)}) {
            var asked = "{\"publicKey\":\"" + wrong + "\"}";
            assertThat(post(admin, "/partners/hotline/keys", asked).statusCode())
                    .as(wrong)
                    .isEqualTo(422);
        }
    }

    @Test
    void whatFulfilsTheConditionIsPushedUpOnceAndKeptUpToDate() {
        var keys = connected("sm2", "matter.channel == \"desk\" && place.street == \"370481001\"");
        var up = reported("desk", "370481001", "要报上去的");
        reported("desk", "370481002", "别的镇街");
        reported("snap", "370481001", "别的渠道");
        exchange();
        var first = platform.got().getFirst();
        assertThat(type(first)).isEqualTo("event.new");
        assertThat(first.json().at("/body/title").asString()).isEqualTo("要报上去的");
        assertThat(Signing.holds(keys, first.seal(), "POST", Platform.PATH, first.body())).isTrue();
        moved(up);
        exchange();
        exchange();
        var all = platform.got();
        assertThat(all.stream().filter(it -> type(it).equals("event.new"))).hasSize(1);
        assertThat(all.stream().filter(it -> type(it).equals("event.state"))).isNotEmpty();
        var number = first.json().at("/body/eventNo");
        assertThat(all).allMatch(it -> it.json().at("/body/eventNo").equals(number));
    }

    private static String type(Platform.Got got) {
        return got.json().at("/head/type").asString("");
    }

    private String reported(String channel, String area, String title) {
        var body =
                """
                {"channel":"%s","title":"%s","text":"荆河路口","item":"street-lamp","area":"%s"}
                """
                        .formatted(channel, title, area);
        var answer = post(desk, "/matters", body);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return json(answer).at("/matter/id").asString();
    }

    /// A step or two, whatever may come next.
    private void moved(String id) {
        var state = json(get(desk, "/matters/" + id)).at("/state").asString();
        var act = state.equals("REPORTED") ? "accept" : "acknowledge";
        walked(id, act, "{}");
    }

    @Test
    void triesAMessageAndStoresNothing() {
        connected("sm2", "false");
        var before = stored();
        var opens = tried(message("DISPATCH", "t-1", "T-1", ORDER + ",\"phone\":\"13800001111\""));
        assertThat(opens.at("/outcome").asString()).isEqualTo("opens");
        assertThat(opens.at("/kind").asString()).isEqualTo("order");
        assertThat(opens.at("/became/item").asString()).isEqualTo("street-lamp");
        assertThat(opens.at("/became/title").asString()).isEqualTo("路灯不亮");
        assertThat(opens.at("/became/area").asString()).isEqualTo("370481001");
        assertThat(opens.at("/became/phone").asString()).isEqualTo("13800001111");
        var refused =
                tried(message("DISPATCH", "t-1", "T-1", "\"title\":\"x\",\"area\":\"110101\""));
        assertThat(refused.at("/outcome").asString()).isEqualTo("refused");
        assertThat(refused.at("/flaws/0/path").asString()).isEqualTo("area");
        assertThat(refused.at("/became").isNull()).isTrue();
        assertThat(tried(message("NEW", "t-1", "T-1", ORDER)).at("/flaws/0/path").asString())
                .isEqualTo("msgType");
        assertThat(tried("{").at("/flaws/0/code").asString()).isEqualTo("unreadable");
        var urge = tried(message("URGE", "t-2", "T-1", "\"reason\":\"快\""));
        assertThat(urge.at("/outcome").asString()).isEqualTo("waits");
        assertThat(urge.at("/words").asString()).isEqualTo("快");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void triesWhatIsSaidOfAnOrderThatIsHere() {
        var keys = connected("hmac-sm3", "false");
        var no = "Q" + UUID.randomUUID().toString().substring(0, 12);
        var body = message("DISPATCH", no + "-1", no, ORDER);
        assertThat(outcome(said(body, sealed(keys, body).header()))).isEqualTo("201 opened");
        var before = stored();
        assertThat(tried(body).at("/outcome").asString()).isEqualTo("repeats");
        var change = tried(message("CHANGE", no + "-2", no, "\"address\":\"路口东\""));
        assertThat(change.at("/outcome").asString()).isEqualTo("updates");
        assertThat(change.at("/words").asString()).contains("事发地址：路口东");
        assertThat(change.at("/number").asString()).isNotEmpty();
        assertThat(tried(message("URGE", no + "-3", no, "")).at("/outcome").asString())
                .isEqualTo("noted");
        assertThat(stored()).isEqualTo(before);
        assertThat(post(desk, "/partners/hotline/try", asked(body)).statusCode()).isEqualTo(403);
    }

    private JsonNode tried(String message) {
        var answer = post(admin, "/partners/hotline/try", asked(message));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static String asked(String message) {
        return JsonNodeFactory.instance.objectNode().put("message", message).toString();
    }

    private String stored() {
        return jdbc.sql(
                        """
                        SELECT (SELECT count(*) FROM gateway.inbound) || ' ' || (SELECT count(*) FROM gateway.work_order)
                               || ' ' || (SELECT count(*) FROM matter.matter) || ' ' || (SELECT count(*) FROM matter.step)
                        """)
                .query(String.class)
                .single();
    }
}
