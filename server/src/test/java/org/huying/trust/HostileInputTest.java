package org.huying.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.huying.Town;
import org.huying.database.Postgres;
import org.huying.eventlog.Consumers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every endpoint × everything hostile that its handler's own signature suggests, sent by somebody who may do anything:
/// each is refused with a problem document that says nothing about our inside, and nothing changes.
@SpringBootTest(
        properties = {
            "huying.access.second-factor=false",
            "huying.access.open-per-minute=0",
            "huying.access.sign-in-per-minute=0"
        })
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({Postgres.class, Town.class, Powers.class})
class HostileInputTest {

    @Autowired private MockMvcTester http;
    @Autowired private Town town;
    @Autowired private Powers powers;
    @Autowired private Consumers consumers;
    @Autowired private JdbcClient jdbc;
    @Autowired private JsonMapper json;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private String bearer = "";

    @BeforeEach
    void somebodyWhoMayDoAnything() {
        town.ready();
        bearer = powers.over(Town.REGION);
        consumers.drain();
    }

    @Test
    void refusesEverythingHostileAndChangesNothing() {
        var before = rows();
        var wrong = new ArrayList<String>();
        var endpoints = Endpoint.all(mappings);
        assertThat(endpoints).hasSizeGreaterThan(60);
        int sent = 0;
        for (var endpoint : endpoints) {
            for (var hostility : Hostility.against(endpoint)) {
                boolean english = ++sent % 2 == 0;
                fault(hostility, english)
                        .ifPresent(fault ->
                                wrong.add(endpoint + ", " + hostility.what() + ": " + fault));
            }
        }
        wrong.forEach(System.out::println);
        System.out.printf(
                "%d hostile requests to %d endpoints, %d answered wrongly%n",
                sent, endpoints.size(), wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void takesAStepOnceInOrderAndOnWhatWasSeen() {
        var path = "/api/v1/" + Town.REGION + "/matters";
        var report =
                """
                {"channel":"snap","title":"路灯不亮","text":"荆河路口的路灯三天不亮了","item":"street-lamp"}
                """;
        var key = UUID.randomUUID().toString();
        var first = step(path, key, 0, report);
        assertThat(first).hasStatus(201);
        assertThat(step(path, key, 0, report)).hasStatus(200);
        var matter = body(first).path("matter");
        var one = path + "/" + matter.path("id").asString();
        int version = matter.path("version").asInt();
        if (matter.path("state").asString().equals("REPORTED")) {
            assertThat(step(one + "/accept", key + "a", version++, "{}")).hasStatus(200);
        }
        var unit = "{\"unit\":\"" + town.unit("lamps") + "\"}";
        var before = rows();
        assertRefused(step(one + "/close", key + "b", version, "{}"), 409);
        assertRefused(step(one + "/verify", key + "c", version, "{\"passed\":true}"), 409);
        assertRefused(step(one + "/dispatch", key + "d", version - 1, unit), 412);
        assertRefused(step(one + "/dispatch", key + "e", version + 7, unit), 412);
        assertThat(rows()).isEqualTo(before);

        assertThat(step(one + "/dispatch", key + "f", version, unit)).hasStatus(200);
        var taken = rows();
        assertThat(step(one + "/dispatch", key + "f", version, unit)).hasStatus(200);
        assertRefused(step(one + "/dispatch", key + "g", version, unit), 412);
        assertRefused(step(one + "/acknowledge", key + "f", version + 1, "{}"), 422);
        assertThat(rows()).isEqualTo(taken);
    }

    @Test
    void storesNoCharacterThatTheDatabaseCannotHold() {
        var before = rows();
        for (var field : List.of("title", "text", "place", "source")) {
            var values =
                    new TreeMap<String, Object>(
                            Map.of("channel", "snap", "title", "路灯", "text", "路灯不亮"));
            values.put(field, "路灯\u0000不亮");
            var answer =
                    step(
                            "/api/v1/" + Town.REGION + "/matters",
                            UUID.randomUUID().toString(),
                            0,
                            json.writeValueAsString(values));
            assertThat(answer.getResponse().getStatus()).as(field).isIn(400, 422);
        }
        assertThat(rows()).isEqualTo(before);
    }

    private void assertRefused(MvcTestResult answer, int status) {
        assertThat(answer).hasStatus(status);
        assertThat(body(answer).path("code").asString()).isNotEmpty();
    }

    private MvcTestResult step(String uri, String key, int version, String body) {
        return http.post()
                .uri(uri)
                .header("Authorization", "Bearer " + bearer)
                .header("Idempotency-Key", key)
                .header("If-Match", "\"" + version + "\"")
                .contentType("application/json")
                .content(body)
                .exchange();
    }

    /// What is wrong with the answer, if anything.
    private Optional<String> fault(Hostility hostility, boolean english) {
        var headers =
                new TreeMap<>(
                        Map.of(
                                "Authorization",
                                "Bearer " + bearer,
                                "Idempotency-Key",
                                "hostile",
                                "If-Match",
                                "\"1\"",
                                "X-Tracking-Secret",
                                "x",
                                "Accept-Language",
                                english ? "en" : "zh-CN",
                                "Content-Type",
                                hostility.endpoint().accepts()));
        headers.putAll(hostility.headers());
        return new Verdict(json).on(answer(hostility, headers), hostility, english);
    }

    private MvcTestResult answer(Hostility hostility, Map<String, String> headers) {
        var type = headers.remove("Content-Type");
        var request =
                http.method(HttpMethod.valueOf(hostility.endpoint().method()))
                        .uri(URI.create(hostility.address()));
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        if (Endpoint.FILES.equals(type)) {
            return request.multipart().file("file", new byte[] {1, 2, 3}).exchange();
        }
        return request.contentType(String.valueOf(type)).content(hostility.body()).exchange();
    }

    private JsonNode body(MvcTestResult result) {
        return new Verdict(json).body(result);
    }

    private Map<String, String> rows() {
        return new Stored(jdbc, consumers).rows();
    }
}
