package org.huying.gateway.device;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huying.calendar.WorkCalendar;

/// Says in words what a device measured: templates with `{names}`. Pure.
final class Wording {

    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_.-]{0,60})}");
    private static final Set<String> KNOWN =
            Set.of("name", "place", "kind", "device", "time", "readings");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(WorkCalendar.ZONE);
    private static final int DECIMALS = 3;

    private Wording() {}

    /// Names that a template uses and nobody knows.
    static List<String> unknown(String template, Collection<String> readings) {
        return NAME.matcher(template)
                .results()
                .map(it -> it.group(1))
                .filter(it ->
                        !KNOWN.contains(it)
                                && !(it.startsWith(Judge.READING)
                                        && readings.contains(it.substring(Judge.READING.length()))))
                .distinct()
                .toList();
    }

    static String fill(String template, Device device, Map<String, Object> values, Instant at) {
        Map<String, String> words = new HashMap<>();
        values.forEach((name, value) -> words.put(Judge.READING + name, said(value)));
        words.put("name", device.name());
        words.put("place", device.place());
        words.put("kind", device.kind().label().zh());
        words.put("device", device.key());
        words.put("time", TIME.format(at));
        words.put("readings", readings(values));
        return NAME.matcher(template)
                .replaceAll(it -> Matcher.quoteReplacement(words.getOrDefault(it.group(1), "")))
                .strip();
    }

    static String readings(Map<String, Object> values) {
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(it -> it.getKey() + "=" + said(it.getValue()))
                .collect(Collectors.joining("，"));
    }

    static String said(Object value) {
        return value instanceof Double number
                ? BigDecimal.valueOf(number)
                        .setScale(DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                : String.valueOf(value);
    }
}
