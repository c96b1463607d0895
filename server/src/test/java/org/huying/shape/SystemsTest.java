package org.huying.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The page of the hundred systems says of each how far it has come, and names no test that does not exist.
class SystemsTest {

    private static final Path PAGE = Path.of("..", "docs", "systems.md");
    private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\| .*");
    private static final Pattern CODE = Pattern.compile("`(\\w+Test)\\b(?:\\.(\\w+))?`");

    @Test
    void namesEveryRowOnceWithItsState() throws IOException {
        var rows = rows();
        assertThat(rows.stream().map(row -> Integer.parseInt(row.split(" ", -1)[1])))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 100).boxed().toList());
        assertThat(rows)
                .allMatch(row ->
                        row.contains("| 可用 works |")
                                || row.contains("| 部分 partly |")
                                || row.contains("| 还没有 not yet |"));
    }

    @Test
    void whatWorksIsShownByTestsThatExist() throws IOException {
        var tests = tests();
        for (var row : rows()) {
            var named = CODE.matcher(row).results().toList();
            assertThat(row.contains("| 还没有 not yet |") || !named.isEmpty()).as(row).isTrue();
            for (var each : named) {
                assertThat(tests).as(row).contains(each.group(1));
            }
        }
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(PAGE).stream().filter(ROW.asMatchPredicate()).toList();
    }

    private static Set<String> tests() throws IOException {
        try (var files = Files.walk(Path.of("src", "test", "java"))) {
            return files.map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith("Test.java"))
                    .map(it -> it.substring(0, it.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
