package org.huying.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The records of decisions and the index of the handbook.
class DecisionsTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Path DECISIONS = DOCS.resolve("decisions");

    @Test
    void haveAnIndexThatIsGeneratedFromThem() throws IOException {
        var index = DECISIONS.resolve("README.md");
        if (Boolean.parseBoolean(System.getenv("HUYING_UPDATE"))) {
            Files.writeString(index, generated());
        }
        assertThat(Files.readString(index))
                .as("write it anew: HUYING_UPDATE=true mvn -pl server test -Dtest=DecisionsTest")
                .isEqualTo(generated());
    }

    @Test
    void sayWhatWasDecidedAndHowItIsChecked() throws IOException {
        for (var decision : decisions()) {
            assertThat(Files.readString(decision))
                    .as(decision.toString())
                    .startsWith("# " + decision.getFileName().toString().substring(0, 4))
                    .contains("**情况**", "**选项**", "**决定**", "**后果**", "**怎么检查**");
        }
    }

    @Test
    void theHandbookLeadsToEveryPage() throws IOException {
        var handbook = Files.readString(DOCS.resolve("README.md"));
        try (var pages = Files.list(DOCS)) {
            assertThat(
                            pages.map(it -> it.getFileName().toString())
                                    .filter(it -> it.endsWith(".md") && !it.equals("README.md")))
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(handbook).contains("(" + it + ")"));
        }
    }

    private static String generated() throws IOException {
        var text =
                new StringBuilder(
                        "# 决定 · Decisions\n\n代价大、难回头的选择，一个一页。Choices that are costly to undo, a page each.\n\n");
        for (var decision : decisions()) {
            var title = Files.readAllLines(decision).getFirst().substring(2);
            text.append("- [%s](%s)\n".formatted(title, decision.getFileName()));
        }
        return text.toString();
    }

    private static List<Path> decisions() throws IOException {
        try (var files = Files.list(DECISIONS)) {
            return files.filter(it -> it.getFileName().toString().matches("\\d{4}-.*\\.md"))
                    .sorted()
                    .toList();
        }
    }
}
