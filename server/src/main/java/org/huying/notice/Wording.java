package org.huying.notice;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.huying.calendar.WorkCalendar;
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

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                    .withZone(WorkCalendar.ZONE);

    /// Words without a change of moments in them.
    Words of(String template, Language language, String number, String title, String unit) {
        return of(template, language, number, title, unit, "");
    }

    /// `unit` is the name of the organisation in hand, empty if there is none; `word` two moments with a slash between
    /// them, where the words tell of a change from one to the other.
    Words of(
            String template,
            Language language,
            String number,
            String title,
            String unit,
            String word) {
        var pattern = Objects.requireNonNull(texts.get(language)).getProperty(template);
        if (pattern == null) {
            throw new IllegalStateException("No words for " + template + " in " + language);
        }
        int bar = pattern.indexOf('|');
        int slash = word.indexOf('/');
        var was = slash < 0 ? "" : moment(word.substring(0, slash));
        var now = slash < 0 ? "" : moment(word.substring(slash + 1));
        return new Words(
                MessageFormat.format(pattern.substring(0, bar), number, title, unit, was, now),
                MessageFormat.format(pattern.substring(bar + 1), number, title, unit, was, now));
    }

    private static String moment(String instant) {
        return instant.isEmpty() ? "—" : MOMENT.format(Instant.parse(instant));
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
