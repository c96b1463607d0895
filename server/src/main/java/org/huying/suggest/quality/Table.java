package org.huying.suggest.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;

/// A CSV file with a heading; which of the files in a folder it is, is told by its columns.
record Table(Set<String> columns, List<Map<String, String>> rows) {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    /// The first file, by name, that has these columns.
    static Optional<Table> in(Path folder, Set<String> columns) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var files = Files.list(folder)) {
            return files.filter(it -> it.getFileName().toString().endsWith(".csv"))
                    .sorted()
                    .filter(it -> heading(it).containsAll(columns))
                    .map(Table::read)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> heading(Path file) {
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return Set.of(lines.findFirst().orElse("").replace("\uFEFF", "").split(","));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("Not a table: " + file, e);
        }
    }

    private static Table read(Path file) {
        try (var parser = FORMAT.parse(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            var rows = parser.stream().map(it -> it.toMap()).toList();
            return new Table(Set.copyOf(parser.getHeaderNames()), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
