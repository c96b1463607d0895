package org.huying.file;

import java.util.Map;
import java.util.Optional;

/// A row by the keys of its columns, made plain.
///
/// @param line in the file, from 1, the heading included
public record Entry(long line, Map<String, String> cells) {

    public Entry {
        cells = Map.copyOf(cells);
    }

    /// What stands in a column, if anything.
    public Optional<String> text(String key) {
        return Optional.ofNullable(cells.get(key)).filter(it -> !it.isEmpty());
    }
}
