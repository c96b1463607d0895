package org.huying.gateway.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.huying.Api;
import org.huying.Town;
import org.huying.database.Postgres;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Devices that post their messages, and camera points.
@SpringBootTest(
        properties = {
            "huying.access.second-factor=false",
            "huying.alarms.enabled=false",
            "huying.devices.listens=false"
        })
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class, Site.class})
class DevicePostEdgeTest {

    @Autowired Site site;
    @Autowired Api api;
    @Autowired MockMvcTester http;

    private String connection(String login) {
        var key = Site.fresh();
        var put =
                http.put()
                        .uri(
                                URI.create(
                                        Api.PLACE
                                                + "/device-connections/"
                                                + key
                                                + "?account="
                                                + login))
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + site.admin())
                        .header(HttpHeaders.IF_NONE_MATCH, "*")
                        .contentType(MediaType.parseMediaType("application/yaml"))
                        .content(Site.file(key, "http", ""))
                        .exchange();
        assertThat(put).hasStatusOk();
        site.register(key, "S1");
        return key;
    }

    private MvcTestResult post(String token, String key, String topic, String body) {
        return http.post()
                .uri(
                        URI.create(
                                Api.PLACE
                                        + "/device-connections/"
                                        + key
                                        + "/messages?topic="
                                        + topic))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    @Test
    void aMessageIsTakenOnceFromItsOwnAccountOnly() {
        var token = site.machine("sensors");
        var key = connection("sensors");
        var body = "{\"id\":1,\"smoke\":true}";
        var first = post(token, key, "s/S1/smoke", body);
        assertThat(first).hasStatusOk();
        assertThat(api.body(first).at("/turn").asString()).isEqualTo("raised");
        assertThat(api.body(post(token, key, "s/S1/smoke", body)).at("/outcome").asString())
                .isEqualTo("repeated");
        assertThat(site.matters(key)).isEqualTo(1);
        assertThat(post(site.machine("others"), key, "s/S1/smoke", body)).hasStatus(404);
        assertThat(post(site.desk(), key, "s/S1/smoke", body)).hasStatus(403);
        assertThat(post(token, key, "s/S9/smoke", body)).hasStatus(422);
        assertThat(post(token, key, "s/S1/smoke", "[")).hasStatus(422);
        assertThat(post(token, key, "s/S1/smoke", " ".repeat(20_000))).hasStatus(413);
        assertThat(api.post(site.admin(), "/device-connections/" + key + "/pause", "{}"))
                .hasStatusOk();
        assertThat(post(token, key, "s/S1/smoke", body)).hasStatus(409);
    }

    @Test
    void aSandboxTakesNothingByPost() {
        var token = site.machine("sensors");
        assertThat(post(token, site.sandbox("", "S1"), "s/S1/smoke", "{}")).hasStatus(404);
    }

    @Test
    void aCameraPointLinksOnlyWhereItsFileSays() {
        var key = site.sandbox("links: [video.example.org]\n");
        var good = ",\"lon\":117.1,\"lat\":35.1,\"link\":\"https://video.example.org/p/1\"";
        assertThat(site.register(List.of(Site.entry(key, "V1", good)))).hasStatusOk();
        for (var bad :
                List.of(
                        "http://video.example.org/p/1",
                        "https://evil.example.org/",
                        "https://a@video.example.org/",
                        "javascript:alert(1)")) {
            assertThat(site.register(List.of(Site.entry(key, "V1", ",\"link\":\"" + bad + "\""))))
                    .as(bad)
                    .hasStatus(422);
        }
        assertThat(
                        site.register(
                                List.of(
                                        Site.entry(
                                                key,
                                                "S1",
                                                ",\"link\":\"https://video.example.org/\""))))
                .as("no camera point")
                .hasStatus(422);
        assertThat(site.device(key, "V1").at("/device/link").asString()).endsWith("/p/1");
    }
}
