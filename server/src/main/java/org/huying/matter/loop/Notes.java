package org.huying.matter.loop;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/// What a history row says about a command: its words, and its facts as JSON with sorted keys.
final class Notes {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .changeDefaultPropertyInclusion(
                            it -> it.withValueInclusion(JsonInclude.Include.NON_EMPTY))
                    .build();

    private Notes() {}

    static String of(Command command) {
        return command instanceof Command.Worded worded ? worded.words() : "";
    }

    /// With the dates that a decision has moved.
    static String facts(Command command, StageClock before, StageClock after) {
        return command instanceof Command.Grant(var no, _) && !before.due().equals(after.due())
                ? JSON.writeValueAsString(new Shifted(no, before.due(), after.due()))
                : facts(command);
    }

    /// What was granted, when the stage was due, and when it is now; not at all while the clock stands.
    private record Shifted(int no, Optional<Instant> was, Optional<Instant> due) {}

    private static String facts(Command command) {
        if (command.getClass().getRecordComponents().length == 0) {
            return "{}";
        }
        return JSON.writeValueAsString(command);
    }
}
