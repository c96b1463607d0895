package org.huying.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.huying.Api;
import org.huying.Town;
import org.huying.database.Postgres;
import org.huying.gateway.sending.Retry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Subscriptions over the API, and deliveries to a real receiver.
@SpringBootTest(
        properties = {
            "huying.access.second-factor=false",
            "huying.alarms.enabled=false",
            "huying.webhooks.local=true"
        })
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class WebhookEdgeTest {

    private record Got(String event, String delivery, String signature, String body) {}

    @Autowired Town town;
    @Autowired Api api;
    @Autowired Sending sending;
    @Autowired JdbcClient jdbc;

    private final List<Got> got = new CopyOnWriteArrayList<>();
    private volatile int answers = 200;
    private HttpServer receiver;
    private String admin = "";
    private String desk = "";

    @BeforeEach
    void receiver() throws IOException {
        town.ready();
        admin = town.token("system-admin", Optional.empty());
        desk = town.token("simulator", Optional.empty());
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::take);
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        got.add(
                new Got(
                        headers.getFirst("Huying-Event"),
                        headers.getFirst("Huying-Delivery"),
                        headers.getFirst("Huying-Signature"),
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.sendResponseHeaders(answers, -1);
        exchange.close();
    }

    private MvcTestResult subscribe(String events, String area) {
        return api.post(
                admin,
                "/webhooks",
                """
                {"name":"大屏","url":"http://127.0.0.1:%d/hook","events":%s,"area":"%s"}
                """
                        .formatted(receiver.getAddress().getPort(), events, area));
    }

    private static String path(String id) {
        return "/webhooks/" + id;
    }

    private void due() {
        jdbc.sql(
                        "UPDATE gateway.delivery SET next_at = now() - interval '1 minute' WHERE state = 'waiting' AND next_at < 'infinity'")
                .update();
    }

    @Test
    void tellsWhatWasAskedForOnceAndSigned() {
        api.report(desk, "订阅以前的不说");
        api.drain();
        var made =
                api.body(
                        subscribe(
                                "[\"matter.reported\",\"matter.accepted\",\"matter.dispatched\"]",
                                Town.REGION));
        var id = made.at("/id").asString();
        var secret = made.at("/secret").asString();
        var matter = api.report(desk, "订阅以后的要说");
        api.drain();
        api.drain();
        sending.round();
        sending.round();
        assertThat(got).isNotEmpty();
        for (var each : got) {
            assertThat(each.body()).contains(matter).doesNotContain("订阅以后的要说");
            var seconds = each.signature().replaceAll("t=(\\d+),.*", "$1");
            assertThat(each.signature())
                    .isEqualTo(Signature.of(secret, Long.parseLong(seconds), each.body()));
        }
        assertThat(got.stream().map(Got::delivery)).doesNotHaveDuplicates();
        var log = api.body(api.get(admin, path(id) + "/deliveries?state=delivered"));
        assertThat(log.at("/items")).hasSize(got.size());
        assertThat(log.at("/items/0/status").asInt()).isEqualTo(200);
        assertThat(api.get(admin, path(id)).getResponse().getContentAsByteArray())
                .asString(StandardCharsets.UTF_8)
                .doesNotContain(secret);
        api.send(HttpMethod.DELETE, admin, path(id), "");
    }

    @Test
    void keepsToEventsAndPlace() {
        var closed = api.body(subscribe("[\"matter.closed\"]", Town.REGION)).at("/id").asString();
        var next = api.body(subscribe("[]", "370481002")).at("/id").asString();
        api.reported(desk, "别处的事", "370481001", "13800001111");
        api.drain();
        sending.round();
        assertThat(got).isEmpty();
        assertThat(subscribe("[]", "110101")).hasStatus(422);
        assertThat(subscribe("[\"anything\"]", Town.REGION)).hasStatus(422);
        for (var id : List.of(closed, next)) {
            assertThat(api.send(HttpMethod.DELETE, admin, path(id), "")).hasStatus(204);
            assertThat(api.get(admin, path(id))).hasStatus(404);
        }
    }

    @Test
    void triesAgainThenPausesAndSendsWhatWaitedWhenResumed() {
        var id = api.body(subscribe("[]", Town.REGION)).at("/id").asString();
        answers = 503;
        var first = api.body(api.post(admin, path(id) + "/test", "{}")).at("/id").asString();
        sending.round();
        var line = api.body(api.get(admin, path(id) + "/deliveries")).at("/items/0");
        assertThat(line.at("/id").asString()).isEqualTo(first);
        assertThat(line.at("/state").asString()).isEqualTo("waiting");
        assertThat(line.at("/status").asInt()).isEqualTo(503);
        assertThat(line.at("/error").asString()).contains("503");
        sending.round();
        assertThat(got).as("not before its time").hasSize(1);
        for (int i = 0; i < 2; i++) {
            api.post(admin, path(id) + "/test", "{}");
        }
        for (int i = 0; i < Retry.MOST; i++) {
            due();
            sending.round();
        }
        assertThat(api.body(api.get(admin, path(id))).at("/paused").asString(""))
                .isEqualTo("failing");
        int sent = got.size();
        due();
        sending.round();
        assertThat(got).as("nothing is sent while it is paused").hasSize(sent);
        answers = 204;
        assertThat(api.body(api.post(admin, path(id) + "/resume", "{}")).at("/paused").isNull())
                .isTrue();
        due();
        sending.round();
        var states =
                jdbc.sql("SELECT DISTINCT state FROM gateway.delivery WHERE subscription = :id")
                        .param("id", UUID.fromString(id))
                        .query(String.class)
                        .list();
        assertThat(states).as("all of them are delivered or given up").doesNotContain("waiting");
        api.send(HttpMethod.DELETE, admin, path(id), "");
        var told =
                jdbc.sql(
                                """
                                SELECT DISTINCT act FROM access.audit
                                 WHERE region = :region AND act LIKE 'webhook.%' ORDER BY act
                                """)
                        .param("region", Town.REGION)
                        .query((row, _) -> row.getString(1))
                        .list();
        assertThat(told).contains("webhook.add", "webhook.end", "webhook.resume", "webhook.test");
    }

    @Test
    void whatWasGivenUpCanBeSentAgain() {
        var id = api.body(subscribe("[]", Town.REGION)).at("/id").asString();
        answers = 500;
        var test = api.body(api.post(admin, path(id) + "/test", "{}")).at("/id").asString();
        for (int i = 0; i < Retry.MOST; i++) {
            due();
            sending.round();
        }
        var dead = api.body(api.get(admin, path(id) + "/deliveries?state=dead"));
        assertThat(dead.at("/items/0/id").asString()).isEqualTo(test);
        assertThat(dead.at("/items/0/attempts").asInt()).isEqualTo(Retry.MOST);
        answers = 200;
        assertThat(api.post(admin, path(id) + "/deliveries/" + test + "/resend", "{}"))
                .hasStatusOk();
        sending.round();
        assertThat(
                        api.body(api.get(admin, path(id) + "/deliveries"))
                                .at("/items/0/state")
                                .asString())
                .isEqualTo("delivered");
        assertThat(got.getLast().event()).isEqualTo("test");
        assertThat(api.post(admin, path(id) + "/deliveries/" + UUID.randomUUID() + "/resend", "{}"))
                .hasStatus(404);
        api.send(HttpMethod.DELETE, admin, path(id), "");
    }

    @Test
    void onlyWhoMaintainsThemSeesThem() {
        assertThat(api.get(desk, "/webhooks")).hasStatus(403);
        assertThat(api.get("", "/webhooks")).hasStatus(401);
    }
}
