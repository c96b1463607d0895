package org.huying.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
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

/// Every endpoint, asked out of order by somebody who may do anything: on a version that is not the one there, and for a
/// step that is not offered now. Each is refused, and nothing changes.
@SpringBootTest(
        properties = {"huying.access.second-factor=false", "huying.access.open-per-minute=0"})
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({Postgres.class, Town.class, Powers.class, Belongings.class})
class OutOfOrderTest {
    private static final String STEP = "/api/v1/{region}/matters/{id}/";

    /// Posts below a matter that are no steps of it; one that absorbs others answers for each of them.
    private static final Set<String> NO_STEPS =
            Set.of("absorb", "attachments", "rating-link", "mediation");

    @Autowired private MockMvcTester http;
    @Autowired private Town town;
    @Autowired private Powers powers;
    @Autowired private Belongings belongings;
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
    void refusesEveryChangeOfWhatWasNotSeen() {
        var things = belongings.of(bearer, powers.over(Belongings.STREET));
        var before = rows();
        var answers = new TreeMap<Integer, List<String>>();
        for (var endpoint : Endpoint.all(mappings)) {
            things.entrySet().stream()
                    .filter(it -> endpoint.changes() && endpoint.versioned())
                    .filter(it -> endpoint.pattern().startsWith(it.getKey()))
                    .max(Map.Entry.comparingByKey())
                    .ifPresent(found -> {
                        var thing = found.getValue();
                        int version = Integer.parseInt(belongings.version(thing, bearer));
                        for (int seen : List.of(version + 7, Math.max(0, version - 1))) {
                            if (seen != version) {
                                var answer = ask(endpoint, thing.address(endpoint), seen);
                                put(answers, answer, endpoint + " at " + seen);
                            }
                        }
                    });
        }
        System.out.println("on a version not seen: " + counted(answers));
        assertThat(answers.keySet()).allMatch(status -> status >= 400 && status < 500);
        assertThat(answers.get(412)).hasSizeGreaterThan(90);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void refusesEveryStepThatIsNotOfferedNow() {
        var steps =
                Endpoint.all(mappings).stream()
                        .filter(it -> it.method().equals("POST") && it.pattern().startsWith(STEP))
                        .filter(it -> NO_STEPS.stream().noneMatch(name(it)::startsWith))
                        .toList();
        assertThat(steps).hasSizeGreaterThan(40);
        var matter = reported();
        var states = new ArrayList<String>();
        for (var next : List.of("acknowledge", "withdraw", "")) {
            var state = matter.path("state").asString();
            states.add(state);
            var answers = probe(matter, steps);
            System.out.println("not offered when " + state + ": " + counted(answers));
            assertThat(answers.keySet()).allMatch(status -> status >= 400 && status < 500);
            assertThat(answers.get(409)).hasSizeGreaterThan(10);
            if (!next.isEmpty()) {
                matter = step(matter, next);
            }
        }
        assertThat(states).doesNotHaveDuplicates();
    }

    /// What every step says that the matter does not offer, by status.
    private Map<Integer, List<String>> probe(JsonNode matter, List<Endpoint> steps) {
        var offered =
                StreamSupport.stream(matter.path("steps").spliterator(), false)
                        .map(it -> it.path("act").asString())
                        .collect(Collectors.toCollection(TreeSet::new));
        var id = matter.path("id").asString();
        var before = rows();
        var answers = new TreeMap<Integer, List<String>>();
        for (var endpoint : steps) {
            if (!offered.contains(name(endpoint))) {
                var address =
                        endpoint.pattern().replace("{region}", Town.REGION).replace("{id}", id);
                put(answers, ask(endpoint, address, version(matter)), endpoint.toString());
            }
        }
        assertThat(rows()).as("after what is not offered: " + answers).isEqualTo(before);
        return answers;
    }

    private JsonNode reported() {
        var answer =
                post(
                        "/api/v1/" + Town.REGION + "/matters",
                        0,
                        """
                        {"channel":"desk","title":"路灯不亮","text":"荆河路口的路灯三天不亮了","item":"street-lamp","area":"370481005001",
                         "contact":{"name":"张三","phone":"13800001111"}}
                        """);
        assertThat(answer.getResponse().getStatus()).as(body(answer).toString()).isEqualTo(201);
        var matter = body(answer).path("matter");
        return matter.path("state").asString().equals("REPORTED") ? step(matter, "accept") : matter;
    }

    private JsonNode step(JsonNode matter, String act) {
        var path = "/api/v1/" + Town.REGION + "/matters/" + matter.path("id").asString();
        var words = act.equals("withdraw") ? "{\"words\":\"已经亮了\"}" : "{}";
        var answer = post(path + "/" + act, version(matter), words);
        assertThat(answer.getResponse().getStatus()).as(act + " " + body(answer)).isEqualTo(200);
        return body(answer);
    }

    private MvcTestResult ask(Endpoint endpoint, String address, int seen) {
        var unit = town.unit("lamps").toString();
        return http.method(HttpMethod.valueOf(endpoint.method()))
                .uri(URI.create(address))
                .header("Authorization", "Bearer " + bearer)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"" + seen + "\"")
                .contentType(endpoint.accepts())
                .content(endpoint.usual().replace(Hostility.NOBODY, unit))
                .exchange();
    }

    private MvcTestResult post(String address, int seen, String body) {
        return http.post()
                .uri(address)
                .header("Authorization", "Bearer " + bearer)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"" + seen + "\"")
                .contentType("application/json")
                .content(body)
                .exchange();
    }

    private void put(Map<Integer, List<String>> answers, MvcTestResult answer, String asked) {
        int status = answer.getResponse().getStatus();
        var code =
                status >= 400 ? body(answer).path("code").asString("without a code") : "answered";
        answers.computeIfAbsent(status, _ -> new ArrayList<>()).add(asked + " " + code);
    }

    private static String counted(Map<Integer, List<String>> answers) {
        return answers.entrySet().stream()
                .map(it ->
                        it.getKey()
                                + " × "
                                + it.getValue().size()
                                + (it.getValue().size() < 8 ? " " + it.getValue() : ""))
                .collect(Collectors.joining(", "));
    }

    private static String name(Endpoint endpoint) {
        return endpoint.pattern().substring(STEP.length());
    }

    private static int version(JsonNode matter) {
        return matter.path("version").asInt();
    }

    private JsonNode body(MvcTestResult result) {
        return json.readTree(result.getResponse().getContentAsByteArray());
    }

    private Map<String, String> rows() {
        return new Stored(jdbc, consumers).rows();
    }
}
