package org.huying.matter.loop;

import com.fasterxml.jackson.annotation.JsonInclude;
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

    static String facts(Command command) {
        if (command.getClass().getRecordComponents().length == 0) {
            return "{}";
        }
        return JSON.writeValueAsString(command);
    }
}
