package org.huying.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
                assertThat(tests).as(row).containsKey(each.group(1));
                if (each.group(2) != null) {
                    assertThat(tests.get(each.group(1)))
                            .as(row)
                            .contains("void " + each.group(2) + "(");
                }
            }
        }
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(PAGE).stream().filter(ROW.asMatchPredicate()).toList();
    }

    /// Every test class by its name, with its text.
    private static Map<String, String> tests() throws IOException {
        var tests = new HashMap<String, String>();
        try (var files = Files.walk(Path.of("src", "test", "java"))) {
            for (var file : files.filter(it -> it.toString().endsWith("Test.java")).toList()) {
                var name = String.valueOf(file.getFileName());
                tests.put(
                        name.substring(0, name.length() - ".java".length()),
                        Files.readString(file));
            }
        }
        return tests;
    }
}
