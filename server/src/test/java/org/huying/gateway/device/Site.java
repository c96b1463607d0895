package org.huying.gateway.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.Api;
import org.huying.Town;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/// Connections of the town and devices that speak over them.
@TestComponent
class Site {

    private static final String RULES =
            """
            rules:
              - topic: w/{device}/level
                kind: water-level
                time: { at: /ts, as: seconds }
                battery: /bat
                readings: { level: { at: /level } }
                alarm:
                  on: reading.level > 3.5
                  off: reading.level < 3.2
                  for: 1min
                  quiet: 30min
                  item: drain-blocked
                  title: "水位 {reading.level} 米：{name}"
                lost: { after: 2h }
              - topic: c/{device}/press
                kind: call-button
                id: /id
                readings: { event: { at: /event, as: text } }
                alarm: { on: reading.event == "press", off: "false", quiet: 1min }
              - topic: s/{device}/smoke
                kind: smoke
                id: /id
                readings: { smoke: { at: /smoke, as: flag } }
                alarm: { on: reading.smoke, quiet: 10min }
              - topic: v/{device}/alarm
                kind: camera-point
                id: /id
                readings: { type: { at: /type, as: text } }
                alarm: { on: reading.type == "flooding", off: "false" }
            """;

    private final Town town;
    private final Api api;
    private final Accounts accounts;
    private final MockMvcTester http;
    private final JdbcClient jdbc;

    Site(Town town, Api api, Accounts accounts, MockMvcTester http, JdbcClient jdbc) {
        this.town = town;
        this.api = api;
        this.accounts = accounts;
        this.http = http;
        this.jdbc = jdbc;
    }

    String admin() {
        town.ready();
        return town.token("system-admin", Optional.empty());
    }

    String desk() {
        town.ready();
        return town.token("simulator", Optional.empty());
    }

    static String fresh() {
        return "k" + UUID.randomUUID().toString().substring(0, 8);
    }

    /// @param more between the head of the file and its rules
    static String file(String key, String by, String more) {
        return "connection: %s\nname: 试验连接\nen: Trial\nby: %s\n%s".formatted(key, by, more) + RULES;
    }

    MvcTestResult put(String key, String file, String version) {
        var request =
                http.put()
                        .uri(URI.create(Api.PLACE + "/device-connections/" + key))
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + admin())
                        .contentType(MediaType.parseMediaType("application/yaml"))
                        .content(file);
        return version.equals("*")
                ? request.header(HttpHeaders.IF_NONE_MATCH, "*").exchange()
                : request.header(HttpHeaders.IF_MATCH, version).exchange();
    }

    /// A sandbox with devices `W1`, `C1`, `S1` … of these kinds.
    String sandbox(String more, String... devices) {
        var key = fresh();
        assertThat(put(key, file(key, "sandbox", more), "*")).hasStatusOk();
        if (devices.length > 0) {
            register(key, devices);
        }
        return key;
    }

    void register(String connection, String... devices) {
        var entries = new ArrayList<String>();
        for (var device : devices) {
            entries.add(entry(connection, device, ""));
        }
        assertThat(register(entries)).hasStatusOk();
    }

    static String entry(String connection, String device, String more) {
        var kind =
                switch (device.charAt(0)) {
                    case 'W' -> "water-level";
                    case 'C' -> "call-button";
                    case 'S' -> "smoke";
                    default -> "camera-point";
                };
        return """
        {"connection":"%s","key":"%s","kind":"%s","name":"设备%2$s","place":"荆河北桥","area":"%s"%s}
        """
                .formatted(connection, device, kind, Town.REGION, more);
    }

    MvcTestResult register(List<String> entries) {
        return api.send(
                HttpMethod.PUT,
                admin(),
                "/devices",
                "{\"devices\":[" + String.join(",", entries) + "]}");
    }

    JsonNode send(String connection, String topic, String message) {
        var result = attempt(connection, "send", topic, message);
        assertThat(result).hasStatusOk();
        return api.body(result);
    }

    MvcTestResult attempt(String connection, String how, String topic, String message) {
        return api.post(
                admin(),
                "/device-connections/" + connection + "/" + how,
                "{\"topic\":\"%s\",\"message\":\"%s\"}"
                        .formatted(topic, message.replace("\"", "\\\"")));
    }

    /// The whole view of a device.
    JsonNode device(String connection, String key) {
        var page = api.get(admin(), "/devices?connection=" + connection + "&word=" + key);
        assertThat(page).hasStatusOk();
        var id = api.body(page).at("/items/0/id").asString();
        var result = api.get(admin(), "/devices/" + id);
        assertThat(result).hasStatusOk();
        return api.body(result);
    }

    int matters(String connection) {
        return jdbc.sql(
                        "SELECT count(DISTINCT matter) FROM gateway.device_alarm WHERE connection = :key AND opened")
                .param("key", connection)
                .query(Integer.class)
                .single();
    }

    /// Somebody closes a matter.
    void close(String matter) {
        var desk = desk();
        var state = api.matter(desk, matter).at("/state").asString();
        if (state.equals("DISPATCHED")) {
            api.step(desk, matter, "acknowledge", "{}");
            api.step(desk, matter, "return", "{\"reason\":\"不归我们\"}");
        }
        api.step(desk, matter, "reject", "{\"reason\":\"other-place\",\"note\":\"误报\"}");
    }

    /// What stands in the history of a matter.
    String history(String matter) {
        return api.body(api.get(desk(), "/matters/" + matter + "/steps")).toString();
    }

    /// The token of a machine account that may post messages.
    String machine(String login) {
        town.ready();
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
                                                List.of(NewGrant.of("device", Town.COUNTY)))));
        return accounts.issueToken(id, Town.REGION, "test", Optional.empty());
    }
}
