package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Who is outside does not learn that there is such a matter; who sees it and may not act is told so.
class StepAccessTest extends LoopApiTest {

    @Test
    void outsideThereIsNoSuchMatterAndWithoutThePermissionNoSuchStep() {
        var id = api.inHand(api.resident("13900000501"), "lamps");
        var elsewhere = api.staff("simulator", "370481002");
        var reader = api.staff("leader", "370481");
        for (var step : steps().entrySet()) {
            assertThat(api.attempt(elsewhere, id, step.getKey(), step.getValue()))
                    .as("%s from another street", step.getKey())
                    .hasStatus(404);
            if (!LEADERS.contains(step.getKey())) {
                assertThat(api.attempt(reader, id, step.getKey(), step.getValue()))
                        .as("%s by somebody who only reads", step.getKey())
                        .hasStatus(403);
            }
        }
    }

    @Test
    void anotherResidentDoesNotReachWhatResidentsMayDo() {
        var id = api.inHand(api.resident("13900000502"), "lamps");
        var stranger = api.resident("13900000503");
        for (var act : List.of("answer", "reopen", "withdraw", "rate", "apply", "comment")) {
            assertThat(
                            api.attempt(
                                    stranger,
                                    id,
                                    act,
                                    steps().getOrDefault(act, "{\"answer\":\"satisfied\"}")))
                    .as(act)
                    .hasStatus(404);
        }
    }

    private static final Set<String> LEADERS =
            Set.of("comment", "opine", "instruct", "supervise", "lift", "mark");

    private Map<String, String> steps() {
        var unit = "{\"unit\":\"%s\",\"words\":\"说明\"}".formatted(api.unit("water"));
        var words = "{\"words\":\"说明\"}";
        var numbered = "{\"no\":1,\"words\":\"说明\"}";
        var until =
                "{\"until\":\"%s\",\"words\":\"说明\"}"
                        .formatted(clock.instant().plusSeconds(86_400));
        var all = new TreeMap<String, String>();
        for (var act :
                List.of(
                        "escalate",
                        "arbitrate",
                        "emergency",
                        "spot",
                        "engage",
                        "join",
                        "contribute",
                        "decline",
                        "release")) {
            all.put(act, unit);
        }
        for (var act : List.of("document", "reopen", "withdraw", "answer", "comment", "instruct")) {
            all.put(act, words);
        }
        for (var act : List.of("resume", "lift", "unmerge", "unreached")) {
            all.put(act, "{\"note\":\"说明\"}");
        }
        for (var act : List.of("opine", "conclude", "forward", "grant", "deny", "retract")) {
            all.put(act, numbered);
        }
        all.put("ask", until);
        all.put("apply", "{\"kind\":\"EXCLUSION\",\"words\":\"说明\"}");
        all.put("supervise", "{\"kind\":\"LEADER\",\"words\":\"说明\"}");
        all.put("mark", "{\"key\":true,\"urgency\":\"URGENT\"}");
        all.put("consult", "{\"units\":[\"%s\"],\"words\":\"说明\"}".formatted(api.unit("water")));
        all.put("split", "{\"parts\":[{\"title\":\"一\",\"text\":\"一\"}]}");
        all.put("merge", "{\"into\":\"%s\"}".formatted(api.reported(api.resident("13900000504"))));
        all.put("invite", "{\"way\":\"visit\"}");
        all.put("revisit", "{\"reached\":true,\"solved\":true,\"words\":\"说明\"}");
        return all;
    }
}
