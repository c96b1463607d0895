package org.huying.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// What the demo tells, from the tables that are shipped with it.
final class Table {

    private Table() {}

    /// The rows below the heading.
    static List<String[]> rows(String file) {
        try (var in = Objects.requireNonNull(Table.class.getResourceAsStream("/demo/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .filter(it -> !it.isBlank())
                    .map(it -> it.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
