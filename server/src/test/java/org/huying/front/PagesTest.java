package org.huying.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The static pages: no framework, so this is what looks after them.
class PagesTest {

    private static final Path PAGES = Path.of("src/main/resources/static");
    private static final Pattern KEY = Pattern.compile("data-(?:t|ph)=\"([A-Za-z]+)\"");

    @Test
    void carryNoScriptOrStyleThatThePolicyWouldRefuse() throws IOException {
        for (var page : List.of("index.html", "api.html")) {
            var text = Files.readString(PAGES.resolve(page));
            assertThat(text)
                    .doesNotContainPattern("<script(?![^>]* src=)")
                    .doesNotContain("<style", "style=", "http:", "https:");
            assertThat(text).doesNotContainPattern(" on[a-z]+=\"");
        }
    }

    @Test
    void haveEveryWordInBothLanguages() throws IOException {
        var words = Files.readString(PAGES.resolve("words.js"));
        int english = words.indexOf("\n  en: {");
        for (var page : List.of("index.html", "api.html")) {
            var keys = new TreeSet<String>();
            var matcher = KEY.matcher(Files.readString(PAGES.resolve(page)));
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

    @Test
    void drawOnlyWhatTheSpriteHas() throws IOException {
        var sprite = Files.readString(PAGES.resolve("icons.svg"));
        var used = Pattern.compile("(?:icons\\.svg#|')([is]-[a-z]+)");
        for (var page : List.of("index.html", "app.js")) {
            var matcher = used.matcher(Files.readString(PAGES.resolve(page)));
            while (matcher.find()) {
                assertThat(sprite).contains("id=\"" + matcher.group(1) + "\"");
            }
        }
    }
}
