package org.huying.gateway.open311;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huying.playbook.FieldKind;
import org.huying.playbook.Item;
import org.huying.playbook.Playbook;
import org.huying.playbook.Text;
import org.huying.problem.FieldError;
import org.huying.problem.Language;

/// A field of the playbook as the specification describes it, and the values that clients send for it. A flag is a choice
/// of two; texts of more than a line are `text`.
///
/// @param order 1 is shown first
record Attribute(FieldKind kind, boolean required, int order) {

    private static final int LINE = 100;
    private static final Map<String, Boolean> FLAGS =
            Map.of(
                    "true", true, "1", true, "yes", true, "是", true, "false", false, "0", false,
                    "no", false, "否", false);
    private static final Text YES = new Text("是", "Yes");
    private static final Text NO = new Text("否", "No");

    /// All that reports of this item may carry.
    static List<Attribute> of(Playbook playbook, Item item) {
        var attributes = new ArrayList<Attribute>();
        for (var kind : playbook.matter().fields().values()) {
            boolean required = kind.required() || item.more().fields().contains(kind.key());
            attributes.add(new Attribute(kind, required, attributes.size() + 1));
        }
        return attributes;
    }

    String datatype() {
        return switch (kind.type()) {
            case FLAG -> "singlevaluelist";
            case NUMBER -> "number";
            case TEXT -> kind.most() > LINE ? "text" : "string";
        };
    }

    Document document(Language language) {
        var name = language.pick(kind.name().zh(), kind.name().en());
        return Document.Parts.of()
                .with("variable", new Document.Truth(true))
                .with("code", kind.key())
                .with("datatype", datatype())
                .with("required", new Document.Truth(required))
                .with("datatype_description", help(language))
                .with("order", Document.number(order))
                .with("description", name)
                .with("values", new Document.Rows("value", values(language)));
    }

    private String help(Language language) {
        return switch (kind.type()) {
            case FLAG -> "";
            case NUMBER ->
                    language.pick(
                            "%d 到 %d 的整数".formatted(kind.least(), kind.most()),
                            "A whole number from %d to %d".formatted(kind.least(), kind.most()));
            case TEXT ->
                    language.pick(
                            "至多 %d 字".formatted(kind.most()),
                            "At most %d characters".formatted(kind.most()));
        };
    }

    private List<Document> values(Language language) {
        return switch (kind.type()) {
            case FLAG -> List.of(value("true", YES, language), value("false", NO, language));
            case NUMBER, TEXT -> List.of();
        };
    }

    private static Document value(String key, Text name, Language language) {
        return Document.Parts.of()
                .with("key", key)
                .with("name", language.pick(name.zh(), name.en()));
    }

    /// The values that were sent, by the playbook's keys; what is wrong with them goes to `errors`.
    static Map<String, Object> read(
            List<Attribute> known, Map<String, List<String>> sent, List<FieldError> errors) {
        var fields = new LinkedHashMap<String, Object>();
        for (var attribute : known) {
            var key = attribute.kind.key();
            var values = sent.getOrDefault(key, List.of());
            if (values.isEmpty() && attribute.required) {
                errors.add(error(key, "missing", "没有填", "was not provided"));
            } else if (values.size() > 1) {
                errors.add(error(key, "unfit", "只能有一个值", "takes one value"));
            } else if (!values.isEmpty()) {
                attribute
                        .value(values.getFirst())
                        .ifPresentOrElse(
                                it -> fields.put(key, it),
                                () -> errors.add(error(key, "unfit", "的值不合要求", "does not fit")));
            }
        }
        return fields;
    }

    private Optional<Object> value(String text) {
        return switch (kind.type()) {
            case FLAG -> Optional.ofNullable(FLAGS.get(text.strip().toLowerCase(Locale.ROOT)));
            case NUMBER ->
                    text.strip().matches("[+-]?[0-9]{1,18}")
                            ? Optional.of(Long.valueOf(text.strip().replace("+", "")))
                                    .filter(it -> it >= kind.least() && it <= kind.most())
                                    .<Object>map(it -> it)
                            : Optional.empty();
            case TEXT ->
                    text.strip().length() <= kind.most()
                            ? Optional.of(text.strip())
                            : Optional.empty();
        };
    }

    private static FieldError error(String key, String code, String zh, String en) {
        return new FieldError(
                "attribute[" + key + "]",
                code,
                "attribute[%s] %s".formatted(key, zh),
                "attribute[%s] %s".formatted(key, en));
    }
}
