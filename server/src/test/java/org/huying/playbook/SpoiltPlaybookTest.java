package org.huying.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.huying.fuzz.SpoiltText;
import org.huying.playbook.check.Findings;
import org.huying.playbook.source.Loading;
import org.huying.playbook.source.ShippedFiles;
import org.huying.playbook.source.SourceFile;
import org.huying.playbook.tree.YamlReader;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever stands in a file of a playbook, it becomes a playbook or a list of what is wrong with it.
class SpoiltPlaybookTest {

    private static final ShippedFiles SHIPPED = new ShippedFiles();
    private static final SourceFile SOUND = SHIPPED.playbook("tengzhou").orElseThrow();
    private static final Loading LOADING = new Loading(SHIPPED, (_, _) -> Optional.empty());

    @Property(tries = 150)
    void aSpoiltFileIsReadOrToldWhatIsWrong(@ForAll long seed) {
        var file = new SourceFile(SOUND.name(), SpoiltText.of(SOUND.text(), seed));
        var loaded = LOADING.load(file);
        assertThat(loaded.playbook().isPresent()).isNotEqualTo(loaded.findings().broken());
    }

    @Property(tries = 500)
    void anyTextIsATreeOrToldWhatIsWrong(@ForAll String text) {
        var findings = new Findings();
        var tree = YamlReader.read("x.yaml", text, findings);
        assertThat(tree.isPresent() || findings.broken()).isTrue();
    }

    /// Nine lists of nine of the list before, lists in themselves, and lists without an end: small files that would fill memory.
    @ParameterizedTest
    @MethodSource("bombs")
    void aBombIsRefusedAtOnce(String bomb) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> {
                    var findings = new Findings();
                    assertThat(YamlReader.read("x.yaml", bomb, findings)).isEmpty();
                    assertThat(findings.broken()).isTrue();
                });
    }

    static List<String> bombs() {
        var laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            var before = ("*a" + (i - 1) + ", ").repeat(9);
            laughs.append("a%d: &a%d [%s]\n".formatted(i, i, before));
        }
        return List.of(
                laughs.toString(),
                "a: &a [*a]",
                "a: &a {b: *a}",
                "[".repeat(100_000),
                "- ".repeat(100_000),
                "{a: ".repeat(100_000),
                "a: " + "x".repeat(YamlReader.LONGEST),
                "- x\n".repeat(200_000));
    }
}
