package org.huying.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.huying.playbook.check.Finding;
import org.huying.playbook.source.Loading;
import org.huying.playbook.source.ShippedFiles;
import org.huying.playbook.source.SourceFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whoever writes a playbook by the guide alone writes one that works, and finds every key in it.
class GuideTest {

    private static final Path GUIDE = Path.of("..", "docs", "playbook-guide.md");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final String HEAD =
            """
            playbook: thirteenth
            extends: base
            place: { code: "370999", name: 第十三处, en: Thirteenth }
            """;

    private final ShippedFiles shipped = new ShippedFiles();

    @Test
    void everyExampleIsAPlaybookOfAThirteenthPlace() throws IOException {
        var examples =
                EXAMPLE.matcher(Files.readString(GUIDE)).results().map(it -> it.group(1)).toList();
        assertThat(examples).hasSizeGreaterThan(10);
        for (var example : examples) {
            var text = example.contains("extends:") ? example : HEAD + example;
            var loaded =
                    new Loading(shipped, shipped).load(new SourceFile("thirteenth.yaml", text));
            assertThat(loaded.findings().all())
                    .as(example)
                    .noneMatch(it -> it.severity() == Finding.Severity.ERROR);
            assertThat(loaded.playbook()).as(example).isPresent();
        }
    }

    @Test
    void everyKeyThatAnAuthorMayWriteIsExplained() throws IOException {
        var words = new TreeSet<String>();
        try (var file =
                Objects.requireNonNull(
                        GuideTest.class.getResourceAsStream("/playbooks/playbook.schema.json"))) {
            keys(JsonMapper.builder().build().readTree(file), words);
        }
        assertThat(words).hasSizeGreaterThan(100);
        var guide = Files.readString(GUIDE);
        var told =
                Pattern.compile("[a-z][a-z0-9-]*")
                        .matcher(guide)
                        .results()
                        .map(MatchResult::group)
                        .toList();
        assertThat(words).isSubsetOf(List.copyOf(told));
    }

    private static void keys(JsonNode schema, Set<String> words) {
        if (schema.path("properties").isObject()) {
            schema.path("properties").propertyNames().forEach(words::add);
        }
        schema.forEach(it -> keys(it, words));
    }
}
