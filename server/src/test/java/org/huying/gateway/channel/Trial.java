package org.huying.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.huying.Api;
import org.huying.Town;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/// One channel of the town, from its file to its end, with the receiver it speaks to.
final class Trial implements AutoCloseable {

    final Receiver receiver = new Receiver();
    final String key = "c" + UUID.randomUUID().toString().substring(0, 8);
    final String admin;
    final String desk;

    private final Api api;
    private final MockMvcTester http;
    private final JdbcClient jdbc;

    Trial(Town town, Api api, MockMvcTester http, JdbcClient jdbc) {
        this.api = api;
        this.http = http;
        this.jdbc = jdbc;
        town.ready();
        admin = town.token("system-admin", Optional.empty());
        desk = town.token("simulator", Optional.empty());
    }

    @Override
    public void close() {
        api.send(HttpMethod.DELETE, admin, "/channels/" + key, "");
        receiver.close();
    }

    MvcTestResult put(String file, String version) {
        var request =
                http.put()
                        .uri(URI.create(Api.PLACE + "/channels/" + key))
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + admin)
                        .contentType(MediaType.parseMediaType("application/yaml"))
                        .content(file);
        return version.equals("*")
                ? request.header(HttpHeaders.IF_NONE_MATCH, "*").exchange()
                : request.header(HttpHeaders.IF_MATCH, version).exchange();
    }

    String robot(String more) {
        return """
        channel: %s
        name: 值班群
        en: Group on duty
        by: dingtalk
        link: https://huying.example.org
        to: { desks: ["%s"] }
        kinds: [desk-new, desk-red]
        quiet: none
        cost: 3
        robot: { url: "http://127.0.0.1:%d/send?access_token={secret.token}", signed: true }
        %s
        """
                .formatted(key, Town.REGION, receiver.port(), more);
    }

    /// A provider of text messages that reaches persons and residents.
    String sms(String more) {
        return """
        channel: %s
        name: 短信
        en: Text messages
        by: sms
        link: https://huying.example.org
        to: { persons: true, residents: true }
        quiet: none
        cost: 5
        sms:
          url: http://127.0.0.1:%d/send
          body: '{"phone":"{phone}","content":"{text}","ref":"{id}"}'
          answer: { field: code, good: ["0"] }
        %s
        """
                .formatted(key, receiver.port(), more);
    }

    /// Text messages go, until the end.
    void texts(String more) {
        receiver.fine = "{\"code\":\"0\"}";
        assertThat(put(sms(more), "*")).hasStatusOk();
    }

    /// The same, to the telephones of a desk.
    void textsTo(String... phones) {
        receiver.fine = "{\"code\":\"0\"}";
        var file =
                sms("").replace(
                                "persons: true, residents: true",
                                "desks: [\"%s\"], addresses: [\"%s\"]"
                                        .formatted(Town.REGION, String.join("\", \"", phones)));
        assertThat(put(file, "*")).hasStatusOk();
    }

    /// Takes up whatever waits, so often, whenever it would be due.
    void round(Mailing mailing, int times) {
        for (int i = 0; i < times; i++) {
            due();
            mailing.round();
        }
    }

    void secrets(String json) {
        assertThat(
                        api.send(
                                HttpMethod.PUT,
                                admin,
                                "/channels/" + key + "/secrets",
                                "{\"secrets\":" + json + "}"))
                .hasStatusOk();
    }

    void ready(String more) {
        assertThat(put(robot(more), "*")).hasStatusOk();
        secrets("{\"token\":\"t-secret\",\"sign\":\"SEC-secret\"}");
    }

    JsonNode at(String path) {
        var result = api.get(admin, "/channels/" + key + path);
        assertThat(result).hasStatusOk();
        return api.body(result);
    }

    void due() {
        jdbc.sql(
                        "UPDATE gateway.letter SET next_at = now() - interval '1 minute' WHERE channel = :key AND state = 'waiting'")
                .param("key", key)
                .update();
    }

    void test() {
        assertThat(api.post(admin, "/channels/" + key + "/test", "{\"address\":\"\"}"))
                .hasStatus(201);
    }

    MvcTestResult receipt(String body, String sign) {
        return http.post()
                .uri(URI.create(Api.PLACE + "/channels/" + key + "/receipts"))
                .header("X-Sign", sign)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
