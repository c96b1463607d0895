package org.huying.playbook.compile;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huying.calendar.TimeLimit;
import org.huying.playbook.Stage;
import org.huying.playbook.check.Findings.Word;

/// The stages that carry a time limit, by their words.
final class Stages {

    static final List<String> WORDS =
            Arrays.stream(Stage.values())
                    .map(stage -> stage.name().toLowerCase(Locale.ROOT))
                    .toList();
    private static final Word STAGE = new Word("环节", "stage");

    private Stages() {}

    /// The limits that `part` names, laid over those from above.
    static Map<Stage, TimeLimit> over(Map<Stage, TimeLimit> above, Part part) {
        if (!part.present()) {
            return above;
        }
        var limits = new EnumMap<Stage, TimeLimit>(Stage.class);
        limits.putAll(above);
        part.entries().forEach((key, value) -> put(limits, key, value));
        return Map.copyOf(limits);
    }

    private static void put(Map<Stage, TimeLimit> limits, String key, Part value) {
        var limit = value.read("bad-time", Measures::limit);
        if (!WORDS.contains(key)) {
            value.findings().unknown("stage", STAGE, value.spot(), value.path(), key, WORDS);
            return;
        }
        limit.ifPresent(each -> limits.put(Stage.valueOf(key.toUpperCase(Locale.ROOT)), each));
    }
}
