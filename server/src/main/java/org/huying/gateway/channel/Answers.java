package org.huying.gateway.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the other side said: that it took a message, and later what became of it. Total.
final class Answers {

    private static final int MOST_RECEIPTS = 500;
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_WORD = 40;
    private static final List<String> ZERO = List.of("0");

    private Answers() {}

    /// @param error why it was not taken; empty when it was
    /// @param id what the other side calls the message
    record Judged(Optional<String> error, Optional<String> id) {}

    /// An answer of 2xx may still say that nothing was taken.
    static Judged judge(Means means, String body) {
        return switch (means) {
            case Means.Smtp _, Means.Push _ -> new Judged(Optional.empty(), Optional.empty());
            case Means.Sms sms -> judge(sms.answer(), body);
            case Means.Robot robot ->
                    judge(
                            new Means.Answer(
                                    Optional.of(field(robot.brand())), ZERO, Optional.empty()),
                            body);
        };
    }

    private static String field(Means.Brand brand) {
        return switch (brand) {
            case WECOM, DINGTALK -> "errcode";
            case FEISHU -> "code";
        };
    }

    private static Judged judge(Means.Answer answer, String body) {
        var root = read(body);
        var id = answer.id().flatMap(it -> text(root, it)).map(it -> cut(it, LONGEST_ID));
        if (answer.field().isEmpty()) {
            return new Judged(Optional.empty(), id);
        }
        var field = answer.field().get();
        var said = text(root, field).orElse("");
        return answer.good().contains(said)
                ? new Judged(Optional.empty(), id)
                : new Judged(
                        Optional.of("answered %s: %s".formatted(field, cut(said, LONGEST_WORD))),
                        Optional.empty());
    }

    /// What became of a message.
    record Receipt(String id, boolean arrived) {}

    /// One receipt, or a list of them. What cannot be read is passed over.
    static List<Receipt> receipts(Means.Receipt form, String body) {
        var root = read(body);
        var all = new ArrayList<Receipt>();
        var nodes =
                root.isArray() ? root.valueStream().limit(MOST_RECEIPTS).toList() : List.of(root);
        for (var node : nodes) {
            text(node, form.id())
                    .filter(it -> it.length() <= LONGEST_ID)
                    .ifPresent(id ->
                            all.add(
                                    new Receipt(
                                            id,
                                            form.good()
                                                    .contains(
                                                            text(node, form.state()).orElse("")))));
        }
        return List.copyOf(all);
    }

    private static JsonNode read(String body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException _) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    /// `a.b.0.c`: fields and places in lists.
    private static Optional<String> text(JsonNode root, String path) {
        var node = root.at("/" + path.replace('.', '/'));
        return node.isValueNode() && !node.isNull()
                ? Optional.of(node.asString()).filter(it -> !it.isEmpty())
                : Optional.empty();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
