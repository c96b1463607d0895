package org.huying.gateway.partner;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huying.problem.FieldError;
import tools.jackson.databind.JsonNode;

/// What a partner sends, read by its mapping: one total function from what arrived to what it asks for.
sealed interface Incoming {

    int LONGEST_ID = 100;
    int LONGEST_NUMBER = 64;
    int LONGEST_WORDS = 2_000;

    /// What every message says of itself.
    ///
    /// @param id the message's own id
    /// @param number the partner's number of the order
    /// @param sent when it was sent; empty where they do not say
    record Head(String id, String number, Optional<Instant> sent) {}

    /// An order, or what it says by now.
    ///
    /// @param news it says that it is a change of an order
    record Order(Head head, Map<OrderField, String> said, boolean news) implements Incoming {
        public Order {
            said = Map.copyOf(said);
        }
    }

    /// They press for it (催办).
    record Urge(Head head, String words) implements Incoming {}

    /// What was done is not good enough, or what was sent back is not taken back (退回).
    record Return(Head head, String words) implements Incoming {}

    /// The order is taken back (撤单).
    record Withdraw(Head head, String words) implements Incoming {}

    record Wrong(List<FieldError> errors) implements Incoming {
        public Wrong {
            errors = List.copyOf(errors);
        }
    }

    /// Total: whatever the message is, it answers one of these.
    static Incoming of(JsonNode message, Mapping.In in) {
        var errors = new ArrayList<FieldError>();
        var kind = kind(message, in, errors);
        var head =
                new Head(
                        needed(message, in.id(), LONGEST_ID, errors),
                        needed(message, path(in, OrderField.NUMBER), LONGEST_NUMBER, errors),
                        sent(message, in, errors));
        if (!errors.isEmpty()) {
            return new Wrong(errors);
        }
        return switch (kind) {
            case ORDER -> new Order(head, said(message, in), false);
            case UPDATE -> new Order(head, said(message, in), true);
            case URGE -> new Urge(head, words(message, in));
            case RETURN -> new Return(head, words(message, in));
            case WITHDRAW -> new Withdraw(head, words(message, in));
        };
    }

    private static Mapping.Kind kind(JsonNode message, Mapping.In in, List<FieldError> errors) {
        if (in.kindField().isEmpty()) {
            return Mapping.Kind.ORDER;
        }
        var path = in.kindField().get();
        var word = text(message, path).orElse("");
        var kind = in.kinds().get(word);
        if (kind == null) {
            errors.add(
                    new FieldError(
                            path,
                            "unknown",
                            "应为 " + String.join("、", in.kinds().keySet()) + " 之一",
                            "It is one of " + String.join(", ", in.kinds().keySet())));
            return Mapping.Kind.ORDER;
        }
        return kind;
    }

    private static String needed(
            JsonNode message, String path, int longest, List<FieldError> errors) {
        var text = text(message, path).orElse("");
        if (text.isEmpty()) {
            errors.add(new FieldError(path, "missing", "没有给出", "It is missing"));
        } else if (text.length() > longest || !text.matches("[^\\p{Cntrl}]*")) {
            errors.add(
                    new FieldError(
                            path,
                            "unfit",
                            "最多 %d 字，不能有控制字符".formatted(longest),
                            "At most %d characters, none of control".formatted(longest)));
        }
        return text;
    }

    private static Optional<Instant> sent(
            JsonNode message, Mapping.In in, List<FieldError> errors) {
        var text = in.sent().flatMap(it -> text(message, it));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var sent = in.time().read(text.get());
        if (sent.isEmpty()) {
            errors.add(
                    new FieldError(
                            in.sent().get(),
                            "unfit",
                            "时间的写法和约定的不一样",
                            "The time is not written as agreed"));
        }
        return sent;
    }

    private static Map<OrderField, String> said(JsonNode message, Mapping.In in) {
        var said = new EnumMap<OrderField, String>(OrderField.class);
        in.fields()
                .forEach((field, path) -> text(message, path).ifPresent(it -> said.put(field, it)));
        return said;
    }

    private static String words(JsonNode message, Mapping.In in) {
        var words = in.words().flatMap(it -> text(message, it)).orElse("");
        return words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words;
    }

    private static String path(Mapping.In in, OrderField field) {
        return in.fields().getOrDefault(field, field.key());
    }

    /// A value, or the values of a list on lines of their own; nothing for what is empty. `a.b` stands in the object `a`.
    static Optional<String> text(JsonNode message, String path) {
        var node = message;
        for (var name : path.split("\\.", -1)) {
            node = node.path(name);
        }
        var text =
                node.isArray()
                        ? node.valueStream()
                                .filter(JsonNode::isValueNode)
                                .map(it -> it.asString(""))
                                .collect(Collectors.joining("\n"))
                        : node.isValueNode() && !node.isNull() ? node.asString("") : "";
        return Optional.of(text.replace("\0", "").strip()).filter(it -> !it.isEmpty());
    }
}
