package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/// An answer that was lost on the way is given again, whatever the step did to what the caller may see.
class RetryApiTest extends LoopApiTest {

    @Autowired MockMvcTester http;
    @Autowired JdbcClient jdbc;

    @Test
    void whoMovedItOutOfHisOwnSightIsAnsweredAgain() {
        var committee = api.member("unit-handler", "committee");
        var id = api.inHand(api.resident("13900000601"), "committee");
        int version = version(id);
        var body = "{\"words\":\"社区解决不了\"}";
        var first = keyed(committee, id, "escalate", body, version, "up-1");
        assertThat(first).hasStatusOk();
        assertThat(api.get(committee, id)).as("it is the street's now").hasStatus(404);
        var again = keyed(committee, id, "escalate", body, version, "up-1");
        assertThat(again).hasStatusOk();
        assertThat(api.body(again)).isEqualTo(api.body(first));
        assertThat(keyed(committee, id, "return", "{\"reason\":\"x\"}", version, "up-1"))
                .as("the key took another step")
                .hasStatus(422);
        assertThat(keyed(committee, id, "escalate", body, version, "up-2")).hasStatus(404);
        assertThat(count(id, "escalate")).isOne();
    }

    @Test
    void whatMovedOnOutOfSightIsNotShownToWhoeverTriesAgain() {
        var desk = api.staff("community-desk", api.community());
        var id = api.reported(api.resident("13900000602"));
        var body = "{\"area\":\"370481001002\"}";
        int version = version(id);
        assertThat(keyed(desk, id, "locate", body, version, "there-1")).hasStatusOk();
        assertThat(keyed(desk, id, "locate", body, version, "there-1")).hasStatusOk();
        api.step(api.desk("a"), id, "comment", "{\"words\":\"只有那边看得到\"}");
        var past = keyed(desk, id, "locate", body, version, "there-1");
        assertThat(past).hasStatus(409);
        assertThat(api.body(past).at("/code").asString()).isEqualTo("answer-not-kept");
        assertThat(count(id, "locate")).isOne();
    }

    @Test
    void aRepeatedMergeAndSplitAreAnsweredAndNotDoneTwice() {
        var desk = api.desk("a");
        var master = api.inHand(api.resident("13900000603"), "lamps");
        var child = api.reported(api.resident("13900000604"));
        var into = "{\"into\":\"%s\"}".formatted(master);
        int version = version(child);
        assertThat(keyed(desk, child, "merge", into, version, "into-1")).hasStatusOk();
        assertThat(keyed(desk, child, "merge", into, version, "into-1")).hasStatusOk();
        assertThat(count(master, "absorb")).isOne();
        var parts = "{\"parts\":[{\"title\":\"换灯\",\"text\":\"换灯泡\"}]}";
        int whole = version(master);
        assertThat(keyed(desk, master, "split", parts, whole, "parts-1")).hasStatusOk();
        assertThat(keyed(desk, master, "split", parts, whole, "parts-1")).hasStatusOk();
        assertThat(api.beside(master).at("/parts").asInt()).isOne();
    }

    @Test
    void theRequesterWithoutAnAccountIsAnsweredAgainToo() {
        var report =
                http.post()
                        .uri("/api/v1/370481/matters")
                        .header("Idempotency-Key", "track-1")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"channel\":\"snap\",\"title\":\"路灯\",\"text\":\"不亮\"}")
                        .exchange();
        assertThat(report).hasStatus(201);
        var receipt = api.body(report);
        var words = "{\"words\":\"自己修好了\"}";
        var first = tracked(receipt, "withdraw", words, "gone-1");
        assertThat(first).hasStatusOk();
        var again = tracked(receipt, "withdraw", words, "gone-1");
        assertThat(again).hasStatusOk();
        assertThat(api.body(again)).isEqualTo(api.body(first));
        assertThat(tracked(receipt, "withdraw", words, "gone-2")).hasStatus(409);
    }

    private int version(String id) {
        return api.show(api.desk("a"), id).at("/version").asInt();
    }

    private MvcTestResult keyed(
            String token, String id, String act, String body, int version, String key) {
        return http.post()
                .uri("/api/v1/370481/matters/%s/%s".formatted(id, act))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header(HttpHeaders.IF_MATCH, "\"" + version + "\"")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult tracked(JsonNode receipt, String act, String body, String key) {
        var number = receipt.at("/matter/number").asString();
        return http.post()
                .uri("/api/v1/370481/track/%s/%s".formatted(number, act))
                .header(TrackController.SECRET, receipt.at("/trackingSecret").asString())
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private int count(String id, String act) {
        return jdbc.sql(
                        "SELECT count(*)::integer FROM matter.step WHERE matter = :id::uuid AND act = :act")
                .param("id", id)
                .param("act", act)
                .query(Integer.class)
                .single();
    }
}
