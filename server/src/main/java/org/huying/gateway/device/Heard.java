package org.huying.gateway.device;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.huying.gateway.device.Plan.Form;
import org.huying.gateway.device.Plan.Rule;
import org.huying.gateway.device.Plan.Stamp;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// What a message of a connection says, read by its file. Only what the file points at is read.
sealed interface Heard {

    int LARGEST = 16 * 1024;

    /// No broker keeps a message for longer: what is older was told by a clock that fell back, when its battery was changed.
    Duration OLDEST = Duration.ofDays(8);

    /// A clock may be set to another zone, not to another year.
    Duration AHEAD = Duration.ofDays(1);

    /// What a device may be called within its connection.
    String KEY = "[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}";

    /// A message of a device.
    ///
    /// @param device its key within the connection
    /// @param message the id of the message, its own or made of what it says; empty where nothing tells it from another one
    /// @param at when it was measured, never later than it arrived
    /// @param believed its clock can be right; else it counts as measured when it arrived
    /// @param values the readings that were there: `Double`, `String` or `Boolean`
    record Read(
            Rule rule,
            String device,
            Optional<String> message,
            Instant at,
            boolean believed,
            Map<String, Object> values,
            Optional<Integer> battery)
            implements Heard {}

    /// Why it cannot be read. The words are public; add, never rename.
    enum Wrong implements Heard {
        TOO_LARGE,
        NO_RULE,
        NO_JSON,
        NO_DEVICE;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Total: whatever arrives, it answers one of the two.
    static Heard of(Plan plan, String topic, String body, Instant arrived) {
        if (body.length() > LARGEST) {
            return Wrong.TOO_LARGE;
        }
        for (var rule : plan.rules()) {
            var fits = rule.topic().fits(topic);
            if (fits.isPresent()) {
                return Json.read(body)
                        .map(it -> read(rule, fits.get().device(), it, arrived))
                        .orElse(Wrong.NO_JSON);
            }
        }
        return Wrong.NO_RULE;
    }

    private static Heard read(Rule rule, Optional<String> named, JsonNode root, Instant arrived) {
        var device =
                rule.device().map(it -> word(root, it)).orElse(named).filter(it -> it.matches(KEY));
        if (device.isEmpty()) {
            return Wrong.NO_DEVICE;
        }
        var told = rule.time().flatMap(it -> time(root.at(it.at()), it.as()));
        var time =
                told.filter(it -> it.isAfter(arrived.minus(OLDEST)))
                        .filter(it -> it.isBefore(arrived.plus(AHEAD)));
        var at = time.filter(it -> it.isBefore(arrived)).orElse(arrived);
        var own = rule.id().flatMap(it -> word(root, it));
        return new Read(
                rule,
                device.get(),
                own.or(() -> time.map(it -> made(it, root))),
                at.truncatedTo(ChronoUnit.MILLIS),
                told.isEmpty() || time.isPresent(),
                values(rule, root),
                rule.battery().flatMap(it -> charge(root.at(it))));
    }

    /// What was measured at one time and says the same is one message.
    private static String made(Instant at, JsonNode root) {
        var text = at.toEpochMilli() + " " + root;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Map<String, Object> values(Rule rule, JsonNode root) {
        Map<String, Object> values = new TreeMap<>();
        rule.readings()
                .forEach((name, measure) ->
                        value(root.at(measure.at()), measure.form())
                                .ifPresent(it -> values.put(name, it)));
        return values;
    }

    private static Optional<Object> value(JsonNode node, Form form) {
        return switch (form) {
            case NUMBER -> number(node).map(it -> it);
            case FLAG -> flag(node).map(it -> it);
            case TEXT ->
                    Optional.of(node)
                            .filter(JsonNode::isValueNode)
                            .filter(it -> !it.isNull() && !it.isMissingNode())
                            .map(it -> cut(Json.clean(it.asString(""))));
        };
    }

    private static Optional<Double> number(JsonNode node) {
        if (node.isNumber()) {
            return Optional.of(node.doubleValue()).filter(Double::isFinite);
        }
        return node.isString() && node.asString().strip().matches("-?\\d{1,12}(\\.\\d{1,12})?")
                ? Optional.of(Double.parseDouble(node.asString().strip()))
                : Optional.empty();
    }

    private static Optional<Boolean> flag(JsonNode node) {
        if (node.isBoolean()) {
            return Optional.of(node.booleanValue());
        }
        return switch (node.isValueNode() ? node.asString("") : "") {
            case "1", "true", "on", "ON" -> Optional.of(true);
            case "0", "false", "off", "OFF" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> charge(JsonNode node) {
        return number(node).map(it -> (int) Math.round(it)).filter(it -> it >= 0 && it <= 100);
    }

    private static Optional<String> word(JsonNode root, JsonPointer at) {
        var node = root.at(at);
        return node.isValueNode() && !node.isNull() && !node.isMissingNode()
                ? Optional.of(Json.clean(node.asString("")).strip())
                        .filter(it -> !it.isEmpty() && it.length() <= LONGEST_WORD)
                : Optional.empty();
    }

    private static Optional<Instant> time(JsonNode node, Stamp as) {
        try {
            return switch (as) {
                case RFC3339 ->
                        node.isString()
                                ? Optional.of(OffsetDateTime.parse(node.asString()).toInstant())
                                : Optional.empty();
                case SECONDS ->
                        number(node).map(it -> Instant.ofEpochMilli(Math.round(it * MILLIS)));
                case MILLIS -> number(node).map(it -> Instant.ofEpochMilli(Math.round(it)));
            };
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// A reading is no story, and no picture.
    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_WORD
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_WORD));
    }

    int LONGEST_WORD = 64;
    double MILLIS = 1_000;
}
