package org.huying.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The committed page is what the table says. `HUYING_UPDATE=true` writes it anew.
class LoopPageTest {

    private static final Path PAGE = Path.of("..", "docs", "loop.md");

    @Test
    void theCommittedPageIsWhatTheTableSays() throws IOException {
        if (Boolean.parseBoolean(System.getenv("HUYING_UPDATE"))) {
            Files.writeString(PAGE, LoopPage.text());
        }
        assertThat(PAGE)
                .as("write it anew: HUYING_UPDATE=true mvn -pl server test -Dtest=LoopPageTest")
                .content(StandardCharsets.UTF_8)
                .isEqualTo(LoopPage.text());
    }
}
