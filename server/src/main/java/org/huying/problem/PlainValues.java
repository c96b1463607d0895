package org.huying.problem;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.JacksonComponent;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/// Texts, days and moments as callers may write them, in bodies and in addresses: JSON strings only (no number is taken
/// for a text, no list for a day), no NUL, years of four digits.
@JacksonComponent
@Configuration(proxyBeanMethods = false)
class PlainValues implements WebMvcConfigurer {
    private static final int LAST_YEAR = 9999;

    @Override
    @SuppressWarnings("NullAway") // a converter that answers null says that the value was not given
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, LocalDate.class, text -> given(text, LocalDate::parse));
        registry.addConverter(
                String.class, OffsetDateTime.class, text -> given(text, OffsetDateTime::parse));
    }

    private static <T extends Temporal> @Nullable T given(String text, Function<String, T> parse) {
        return text.isBlank() ? null : within(parse.apply(text.strip()));
    }

    private static <T extends Temporal> T within(T value) {
        int year = value.get(ChronoField.YEAR);
        if (year < 1 || year > LAST_YEAR) {
            throw new DateTimeException("The year " + year + " is out of range");
        }
        return value;
    }

    /// A JSON string and nothing else.
    abstract static class Plain<T> extends StdScalarDeserializer<T> {
        private final Class<T> type;

        Plain(Class<T> type) {
            super(type);
            this.type = type;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return type.cast(context.handleUnexpectedToken(type, parser));
            }
            var text = parser.getString();
            try {
                return of(text);
            } catch (DateTimeException | IllegalArgumentException e) {
                throw context.weirdStringException(text, type, String.valueOf(e.getMessage()));
            }
        }

        abstract T of(String text);
    }

    static final class Words extends Plain<String> {
        Words() {
            super(String.class);
        }

        @Override
        String of(String text) {
            if (text.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("NUL");
            }
            return text;
        }
    }

    static final class Day extends Plain<LocalDate> {
        Day() {
            super(LocalDate.class);
        }

        @Override
        LocalDate of(String text) {
            return within(LocalDate.parse(text));
        }
    }

    static final class Moment extends Plain<OffsetDateTime> {
        Moment() {
            super(OffsetDateTime.class);
        }

        @Override
        OffsetDateTime of(String text) {
            return within(OffsetDateTime.parse(text));
        }
    }
}
