package org.huying.playbook;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The values that a field takes.
public final class FieldValue {

    private static final int LONGEST_TIME = 40;

    private FieldValue() {}

    /// A value as it is kept: a `Boolean`, a `Long`, a `String` without blanks around it, a moment in UTC to the second
    /// (ISO 8601), the key of a choice, or a list of keys in the order they are offered; empty where it does not fit.
    ///
    /// @param value as a JSON document spells it; moments with their offset
    public static Optional<Object> kept(FieldKind kind, Object value) {
        return Optional.ofNullable(
                switch (kind.type()) {
                    case FLAG -> value instanceof Boolean flag ? flag : null;
                    case NUMBER -> number(kind, value);
                    case TEXT -> text(kind, value);
                    case TIME -> time(value);
                    case CHOICE ->
                            value instanceof String key && kind.choices().containsKey(key)
                                    ? key
                                    : null;
                    case CHOICES -> choices(kind, value);
                });
    }

    /// What fits, in words.
    public static Text rule(FieldKind kind) {
        return switch (kind.type()) {
            case FLAG -> new Text("应为是或否", "It is true or false");
            case NUMBER ->
                    new Text(
                            "应为 %d 到 %d 的整数".formatted(kind.least(), kind.most()),
                            "It is a whole number from %d to %d"
                                    .formatted(kind.least(), kind.most()));
            case TEXT ->
                    new Text(
                            "应为至多 %d 字的文字".formatted(kind.most()),
                            "It is a text of at most %d characters".formatted(kind.most()));
            case TIME ->
                    new Text(
                            "应为带时区的时刻，如 2026-01-31T08:00:00+08:00",
                            "It is a moment with its offset, as 2026-01-31T08:00:00+08:00");
            case CHOICE ->
                    new Text(
                            "应为其中一项：" + String.join("、", kind.choices().keySet()),
                            "It is one of " + String.join(", ", kind.choices().keySet()));
            case CHOICES ->
                    new Text(
                            "应为其中几项，至多 %d 项：%s"
                                    .formatted(
                                            kind.most(), String.join("、", kind.choices().keySet())),
                            "It is a list of at most %d of %s"
                                    .formatted(
                                            kind.most(),
                                            String.join(", ", kind.choices().keySet())));
        };
    }

    /// How people read a value; empty where it reads as it is kept.
    public static Optional<Text> words(FieldKind kind, Object value) {
        return switch (kind.type()) {
            case FLAG ->
                    Optional.of(
                            Boolean.TRUE.equals(value)
                                    ? new Text("是", "Yes")
                                    : new Text("否", "No"));
            case CHOICE -> Optional.ofNullable(kind.choices().get(String.valueOf(value)));
            case CHOICES ->
                    value instanceof Collection<?> keys ? named(kind, keys) : Optional.empty();
            case NUMBER, TEXT, TIME -> Optional.empty();
        };
    }

    private static Optional<Text> named(FieldKind kind, Collection<?> keys) {
        var names =
                keys.stream()
                        .map(it ->
                                kind.choices()
                                        .getOrDefault(
                                                String.valueOf(it),
                                                new Text(String.valueOf(it), String.valueOf(it))))
                        .toList();
        return Optional.of(
                new Text(
                        names.stream().map(Text::zh).collect(Collectors.joining("、")),
                        names.stream().map(Text::en).collect(Collectors.joining(", "))));
    }

    private static @Nullable Long number(FieldKind kind, Object value) {
        Long whole =
                switch (value) {
                    case Integer number -> number.longValue();
                    case Long number -> number;
                    case BigInteger number when number.bitLength() < Long.SIZE ->
                            number.longValue();
                    default -> null;
                };
        return whole != null && whole >= kind.least() && whole <= kind.most() ? whole : null;
    }

    private static @Nullable String text(FieldKind kind, Object value) {
        return value instanceof String text
                        && !text.isBlank()
                        && text.strip().length() <= kind.most()
                ? text.strip()
                : null;
    }

    private static @Nullable String time(Object value) {
        if (!(value instanceof String text) || text.length() > LONGEST_TIME) {
            return null;
        }
        try {
            var at = OffsetDateTime.parse(text.strip()).toInstant().truncatedTo(ChronoUnit.SECONDS);
            return at.toString().length() == "2026-01-31T00:00:00Z".length() ? at.toString() : null;
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static @Nullable List<String> choices(FieldKind kind, Object value) {
        if (!(value instanceof Collection<?> keys)
                || keys.isEmpty()
                || keys.size() > kind.choices().size()
                || !kind.choices().keySet().containsAll(keys)) {
            return null;
        }
        var chosen = kind.choices().keySet().stream().filter(keys::contains).toList();
        return chosen.size() <= kind.most() ? chosen : null;
    }
}
