package org.huying.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HelpTest {
    private static final Path COMMANDS = Path.of("..", "docs", "commands.txt");
    private static final Path BENCH =
            Path.of("..", "bench/src/main/java/org/huying/bench/Bench.java");

    @Test
    void isWhatTheLauncherShows() throws IOException {
        if ("true".equals(System.getenv("HUYING_UPDATE"))) {
            Files.writeString(COMMANDS, withBench(Help.everything()));
        }
        assertThat(Files.readString(COMMANDS))
                .as(
                        "docs/commands.txt; write it anew: HUYING_UPDATE=true mvn -pl server test -Dtest=HelpTest")
                .isEqualTo(withBench(Help.everything()));
    }

    /// The bench stands on top of the server and is not on its class path; its own source says what it does.
    private static String withBench(String text) throws IOException {
        var source = Files.readString(BENCH);
        var quote = "\"\"\"\n";
        var begin = source.indexOf(quote) + quote.length();
        var help = source.substring(begin, source.indexOf("\"\"\"", begin)).stripIndent().strip();
        return text.replace("\n./huying backup", "\n./huying " + help + "\n\n./huying backup");
    }

    @Test
    void isThereForEveryVerbInBothLanguages() {
        for (var verb : CommandLine.verbs()) {
            assertThat(verb.help())
                    .startsWith(verb.name())
                    .containsPattern("[\\u4e00-\\u9fff]")
                    .containsPattern("[A-Za-z]{4}");
            assertThat(verb.help().lines().count()).isGreaterThan(2);
        }
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(CommandLine.run(java.util.List.of("nonsense"))).isEqualTo(2);
        assertThat(CommandLine.run(java.util.List.of("serve", "--nonsense"))).isEqualTo(2);
        assertThat(CommandLine.run(java.util.List.of("serve", "--port", "x"))).isEqualTo(2);
    }
}
