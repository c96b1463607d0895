package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.access.Caller;
import org.huying.territory.TerritoryCode;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/// One whistle through the API, on its way from the call to the close.
final class Whistling {

    private final MethodsTest at;
    private final Caller caller;
    private final String id;
    private JsonNode shown;

    private Whistling(MethodsTest at, Caller caller, JsonNode blown) {
        this.at = at;
        this.caller = caller;
        this.id = blown.at("/id").asString();
        this.shown = blown;
    }

    /// @param more further fields of the body, each after a comma
    static Whistling blown(
            MethodsTest at, Caller by, String rung, TerritoryCode area, String more) {
        var result =
                at.post(
                        by,
                        "/whistles",
                        Optional.empty(),
                        """
                        {"rung":"%s","cause":"joint-enforcement","title":"请来看看","text":"本级解决不了","area":"%s"%s}
                        """
                                .formatted(rung, area, more));
        assertThat(result).hasStatus(201);
        return new Whistling(at, by, at.body(result));
    }

    List<UUID> units() {
        return shown.at("/summoned")
                .valueStream()
                .map(it -> UUID.fromString(it.at("/unit").asString()))
                .toList();
    }

    JsonNode shown() {
        return shown;
    }

    /// Everybody who was called reports in, signs what the first one wrote, and the first one says what came of it.
    Whistling answered() {
        for (var unit : units()) {
            var came = at.town().worker(unit);
            var photo = at.desk.picture(at.region(), came);
            step(
                    came,
                    "units/" + unit + "/check-in",
                    "{\"place\":\"路口\",\"photos\":[\"%s\"]}".formatted(photo));
        }
        var lead = units().getFirst();
        var by = at.town().worker(lead);
        step(by, "units/" + lead + "/record", "{\"text\":\"一起到场处置\"}");
        for (var unit : units()) {
            step(at.town().worker(unit), "units/" + unit + "/sign", "{\"revision\":1}");
        }
        return step(by, "units/" + lead + "/submit", "{\"outcome\":\"办好了\"}");
    }

    Whistling evaluated() {
        return step(caller, "evaluate", evaluation());
    }

    String evaluation() {
        return units().stream()
                .map("{\"unit\":\"%s\",\"response\":5,\"quality\":4,\"solved\":true}"::formatted)
                .collect(Collectors.joining(",", "{\"units\":[", "]}"));
    }

    Whistling closed() {
        return step(caller, "close", "{}");
    }

    MvcTestResult attempt(Caller by, String act, String body) {
        return at.post(
                by, "/whistles/" + id + "/" + act, Optional.of(shown.at("/version").asInt()), body);
    }

    private Whistling step(Caller by, String act, String body) {
        var result = attempt(by, act, body);
        assertThat(result).as(act).hasStatusOk();
        shown = at.body(result);
        return this;
    }
}
