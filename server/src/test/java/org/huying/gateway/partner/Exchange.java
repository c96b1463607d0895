package org.huying.gateway.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.Town;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.database.Postgres;
import org.huying.demo.hotline.Calling;
import org.huying.demo.hotline.Hotline;
import org.huying.demo.hotline.Manners;
import org.huying.eventlog.Consumers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A town with a real server, and a hotline with a server of its own.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "huying.access.second-factor=false",
            "huying.alarms.enabled=false",
            "huying.webhooks.local=true"
        })
@Import(Town.class)
abstract class Exchange {

    static final String KEY = "hotline";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired Town town;
    @Autowired Accounts accounts;
    @Autowired Consumers consumers;
    @Autowired Posting posting;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    Hotline hotline;
    Calling calling;
    String admin = "";
    String desk = "";
    String bearer = "";
    String secret = "";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        Postgres.into(registry);
    }

    @BeforeEach
    void connected() {
        town.ready();
        admin = town.token("system-admin", Optional.empty());
        desk = town.token("simulator", Optional.empty());
        bearer = machine("hotline");
        hotline = Hotline.open(Manners.CALM, InstantSource.system());
        jdbc.sql("DELETE FROM gateway.partner").update();
        var put = put(KEY, hotline.file(KEY), "*");
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        secret = json(post(admin, "/partners/" + KEY + "/keys", "{}")).at("/secret").asString("");
        hotline.secret(secret);
        calling = new Calling(hotline, door(KEY), bearer);
    }

    @AfterEach
    void closed() {
        hotline.close();
    }

    /// The token of a machine account with the role of a partner.
    String machine(String login) {
        var id =
                accounts.byLogin(Town.REGION, login)
                        .orElseGet(() ->
                                accounts.create(
                                        new NewAccount(
                                                Town.REGION,
                                                login,
                                                login,
                                                Caller.Kind.MACHINE,
                                                Optional.empty(),
                                                false,
                                                List.of(NewGrant.of("partner", Town.COUNTY)))));
        return accounts.issueToken(id, Town.REGION, "test", Optional.empty());
    }

    HttpResponse<String> put(String key, String file, String version) {
        var seen =
                version.equals("*") ? List.of("If-None-Match", "*") : List.of("If-Match", version);
        return send(
                at("/partners/" + key + "?account=hotline")
                        .header("Authorization", "Bearer " + admin)
                        .header("Content-Type", "application/yaml")
                        .header(seen.getFirst(), seen.getLast())
                        .PUT(BodyPublishers.ofString(file)));
    }

    URI door(String key) {
        return URI.create(
                "http://localhost:" + port + "/api/v1/370481/partners/" + key + "/messages");
    }

    /// A message signed as it should be.
    HttpResponse<String> said(String body) {
        return said(body, seal(body, Instant.now().getEpochSecond()).header());
    }

    HttpResponse<String> said(String body, String signature) {
        return send(
                HttpRequest.newBuilder(door(KEY))
                        .header("Authorization", "Bearer " + bearer)
                        .header("Content-Type", "application/json")
                        .header(Seal.HEADER, signature)
                        .POST(BodyPublishers.ofString(body)));
    }

    Seal seal(String body, long seconds) {
        return Signing.sign(
                new Keys.Shared(Scheme.HMAC_SHA256, secret),
                "POST",
                door(KEY).getRawPath(),
                seconds,
                body);
    }

    /// A message of the hotline; `more` are further members of it.
    static String message(String type, String id, String order, String more) {
        return "{\"msgType\":\"%s\",\"msgId\":\"%s\",\"orderNo\":\"%s\"%s}"
                .formatted(type, id, order, more.isEmpty() ? "" : "," + more);
    }

    static String outcome(HttpResponse<String> answer) {
        return answer.statusCode() + " " + json(answer).at("/outcome").asString("");
    }

    HttpResponse<String> get(String token, String path) {
        return send(at(path).header("Authorization", "Bearer " + token).GET());
    }

    HttpResponse<String> post(String token, String path, String body) {
        return send(
                at(path).header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + "/api/v1/370481" + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    /// A step on the matter of an order, as somebody at the desk.
    JsonNode step(String order, String act, String body) {
        var id =
                jdbc.sql(
                                "SELECT matter FROM gateway.work_order WHERE partner = :key AND number = :no")
                        .param("key", KEY)
                        .param("no", order)
                        .query(UUID.class)
                        .single();
        return walked(id.toString(), act, body);
    }

    /// A step on a matter, as somebody at the desk.
    JsonNode walked(String id, String act, String body) {
        var version = json(get(desk, "/matters/" + id)).at("/version").asString("");
        var answer =
                send(
                        at("/matters/" + id + "/" + act)
                                .header("Authorization", "Bearer " + desk)
                                .header("Content-Type", "application/json")
                                .header("If-Match", "\"" + version + "\"")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(act + " " + answer.body()).isEqualTo(200);
        return json(answer);
    }

    String state(String order) {
        return jdbc.sql(
                        """
                        SELECT m.state FROM gateway.work_order o JOIN matter.matter m ON m.region = o.region AND m.id = o.matter
                         WHERE o.partner = :key AND o.number = :no
                        """)
                .param("key", KEY)
                .param("no", order)
                .query(String.class)
                .single();
    }

    List<String> history(String order) {
        return jdbc.sql(
                        """
                        SELECT s.act || ' ' || s.note FROM gateway.work_order o
                          JOIN matter.step s ON s.region = o.region AND s.matter = o.matter
                         WHERE o.partner = :key AND o.number = :no ORDER BY s.seq
                        """)
                .param("key", KEY)
                .param("no", order)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// Reads the events, makes all that waits due, and sends.
    void exchange() {
        consumers.drain();
        jdbc.sql(
                        "UPDATE gateway.parcel SET next_at = now() - interval '1 minute' WHERE state = 'waiting'")
                .update();
        posting.round();
    }
}
