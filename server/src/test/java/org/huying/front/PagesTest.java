package org.huying.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The pages that are served: what the policy refuses, they must not carry. The words and drawings of the built pages are
/// looked after where they are built.
class PagesTest {

    private static final Path PAGES = Path.of("src/main/resources/static");
    private static final Path BUILT = Path.of("../web");
    private static final Pattern KEY = Pattern.compile("data-t=\"([A-Za-z]+)\"");

    @Test
    void carryNoScriptOrStyleThatThePolicyWouldRefuse() throws IOException {
        var pages = new ArrayList<>(List.of(PAGES.resolve("api.html"), BUILT.resolve("index.html")));
        Doors.NAMES.forEach(it -> pages.add(BUILT.resolve(it).resolve("index.html")));
        for (var page : pages) {
            var text = Files.readString(page);
            assertThat(text)
                    .as(page.toString())
                    .doesNotContainPattern("<script(?![^>]* src=)")
                    .doesNotContain("<style", "style=", "http:", "https:");
            assertThat(text).as(page.toString()).doesNotContainPattern(" on[a-z]+=\"");
        }
    }

    @Test
    void haveEveryWordInBothLanguages() throws IOException {
        var words = Files.readString(PAGES.resolve("words.js"));
        int english = words.indexOf("\n  en: {");
        var keys = new TreeSet<String>();
        var matcher = KEY.matcher(Files.readString(PAGES.resolve("api.html")));
        while (matcher.find()) {
            keys.add(matcher.group(1));
        }
        assertThat(keys)
                .isNotEmpty()
                .allSatisfy(key -> {
                    assertThat(words.substring(0, english)).containsPattern("\\b" + key + ":");
                    assertThat(words.substring(english)).containsPattern("\\b" + key + ":");
                });
    }
}
