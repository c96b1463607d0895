package org.huying.replay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where one fact of a request comes from: the first pattern that says something, translated, else a fixed word.
///
/// @param values value in the file → value here; empty when nothing is translated
/// @param otherwise what stands when nothing is said, or when a value is not among `values`
record Field(List<Pattern> from, Map<String, String> values, Optional<String> otherwise) {

    static final Field NONE = new Field(List.of(), Map.of(), Optional.empty());

    /// A value that the map does not know.
    static final class Unknown extends RuntimeException {
        Unknown(String value) {
            super(value, null, false, false);
        }
    }

    /// Empty when the row says nothing and there is no other word. Throws [Unknown] for a value not in the list.
    Optional<String> in(Map<String, String> row, Set<String> missing) {
        var said = from.stream().flatMap(it -> it.in(row, missing).stream()).findFirst();
        if (said.isEmpty() || values.isEmpty()) {
            return said.or(() -> otherwise);
        }
        var translated = Optional.ofNullable(values.get(said.get())).or(() -> otherwise);
        if (translated.isEmpty()) {
            throw new Unknown(said.get());
        }
        return translated;
    }
}
