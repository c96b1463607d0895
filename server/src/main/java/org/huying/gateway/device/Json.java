package org.huying.gateway.device;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON that devices wrote. Bounded, and total.
final class Json {

    private static final int DEEPEST = 16;
    private static final int LONGEST = 4_000;
    private static final int LONGEST_NUMBER = 40;
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxStringLength(LONGEST)
                                                    .maxNumberLength(LONGEST_NUMBER)
                                                    .build())
                                    .build())
                    .build();

    private Json() {}

    /// Without what no database holds and nobody sees: control characters and halves of characters.
    static String clean(String text) {
        return text.codePoints()
                .filter(it ->
                        !Character.isISOControl(it) && Character.getType(it) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// Empty for what is neither an object nor a list.
    static Optional<JsonNode> read(String text) {
        try {
            return Optional.of(MAPPER.readTree(text)).filter(JsonNode::isContainer);
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }
}
