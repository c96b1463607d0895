package org.huying.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.huying.Api;
import org.huying.Town;
import org.huying.database.Postgres;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whatever an operation answers to calls that make no sense stands in its description, and what the description says of
/// those who are not signed in is so.
@SpringBootTest(
        properties = {
            "huying.access.second-factor=false",
            "huying.access.open-per-minute=0",
            "huying.live.lasts=0s"
        })
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class ProblemAnswersTest {

    private static final String NOBODY = "";
    private static final String ID = "0190f5fe-0000-7000-8000-000000000001";

    /// A call of an operation that makes no sense.
    private record Call(String token, String region, String other, String body) {}

    @Autowired MockMvcTester http;
    @Autowired JsonMapper json;
    @Autowired Town town;

    @Test
    void whatIsAnsweredStandsInTheDescription() {
        town.ready();
        var wrong = new TreeSet<String>();
        int asked = 0;
        for (var operation : operations()) {
            for (var call : calls(town.token("simulator", Optional.empty()))) {
                int status = status(operation, call);
                asked++;
                boolean said = operation.statuses().contains(String.valueOf(status));
                if (status >= 400 && !said) {
                    wrong.add("%s answers %d".formatted(operation, status));
                }
            }
        }
        assertThat(asked).isGreaterThan(1_000);
        assertThat(wrong).isEmpty();
    }

    /// An operation may end the session it is called with, so each has one of its own.
    private static List<Call> calls(String token) {
        return List.of(
                new Call(NOBODY, Town.REGION, ID, "{}"),
                new Call(NOBODY, "37048x", "x1", "{}"),
                new Call(token, "110101", ID, "{}"),
                new Call(token, Town.REGION, "x1", "{\"nonsense\":"),
                new Call(token, Town.REGION, ID, "{}"));
    }

    @Test
    void whoeverIsNotSignedInIsRefusedExactlyWhereItSaysSo() {
        var wrong = new ArrayList<String>();
        for (var operation : operations()) {
            var call = new Call(NOBODY, Town.REGION, ID, "{}");
            boolean refused = status(operation, call) == 401;
            if (operation.statuses().contains("401") != refused) {
                wrong.add(operation.toString());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private record Operation(String path, String method, String type, List<String> statuses) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private List<Operation> operations() {
        var answer = http.get().uri("/openapi").exchange();
        assertThat(answer).hasStatusOk();
        var paths = json.readTree(answer.getResponse().getContentAsByteArray()).at("/paths");
        var all = new ArrayList<Operation>();
        paths.properties().stream()
                .forEach(path ->
                        path.getValue().properties().stream()
                                .forEach(one -> all.add(operation(path.getKey(), one))));
        return all;
    }

    private static Operation operation(String path, Map.Entry<String, JsonNode> one) {
        var statuses = one.getValue().at("/responses").properties().stream().map(Map.Entry::getKey);
        var types = one.getValue().at("/requestBody/content").properties().stream();
        var type = types.map(Map.Entry::getKey).findFirst().orElse("application/json");
        return new Operation(path, one.getKey(), type, statuses.toList());
    }

    private int status(Operation operation, Call call) {
        var uri =
                operation
                        .path()
                        .replace("{region}", call.region())
                        .replaceAll("\\{[^}]*}", call.other());
        var method = HttpMethod.valueOf(operation.method().toUpperCase(Locale.ROOT));
        var request = http.method(method).uri(URI.create(uri));
        if (!call.token().isEmpty()) {
            request.header(HttpHeaders.AUTHORIZATION, "Bearer " + call.token());
        }
        if (!method.equals(HttpMethod.GET)) {
            request.contentType(MediaType.parseMediaType(operation.type())).content(call.body());
        }
        return request.exchange().getResponse().getStatus();
    }
}
