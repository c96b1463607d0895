package org.huying.notice;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.huying.problem.Language;
import org.springframework.stereotype.Component;

/// The words of notices, from `notices/<language>.properties`: a headline and a text, with a bar between them.
@Component
class Wording {

    /// What is said.
    record Words(String headline, String text) {}

    private final Map<Language, Properties> texts = new EnumMap<>(Language.class);

    Wording() {
        for (var language : Language.values()) {
            texts.put(language, load(language));
        }
    }

    /// `unit` is the name of the organisation in hand, empty if there is none.
    Words of(String template, Language language, String number, String title, String unit) {
        var pattern = Objects.requireNonNull(texts.get(language)).getProperty(template);
        if (pattern == null) {
            throw new IllegalStateException("No words for " + template + " in " + language);
        }
        int bar = pattern.indexOf('|');
        return new Words(
                MessageFormat.format(pattern.substring(0, bar), number, title, unit),
                MessageFormat.format(pattern.substring(bar + 1), number, title, unit));
    }

    private static Properties load(Language language) {
        var name = language.pick("zh", "en") + ".properties";
        var properties = new Properties();
        try (var in =
                new InputStreamReader(
                        Objects.requireNonNull(
                                Wording.class.getResourceAsStream("/notices/" + name), name),
                        StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
