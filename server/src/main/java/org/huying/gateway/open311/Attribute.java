package org.huying.gateway.open311;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huying.playbook.FieldKind;
import org.huying.playbook.FieldValue;
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
            case TIME -> "datetime";
            case CHOICE -> "singlevaluelist";
            case CHOICES -> "multivaluelist";
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
        var rule = FieldValue.rule(kind);
        return kind.type() == FieldKind.Type.FLAG ? "" : language.pick(rule.zh(), rule.en());
    }

    private List<Document> values(Language language) {
        return switch (kind.type()) {
            case FLAG -> List.of(value("true", YES, language), value("false", NO, language));
            case CHOICE, CHOICES ->
                    kind.choices().entrySet().stream()
                            .map(it -> value(it.getKey(), it.getValue(), language))
                            .toList();
            case NUMBER, TEXT, TIME -> List.of();
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
            var values =
                    sent.getOrDefault(key, List.of()).stream().filter(it -> !it.isBlank()).toList();
            if (values.isEmpty() && attribute.required) {
                errors.add(error(key, "missing", "没有填", "was not provided"));
            } else if (values.size() > 1 && attribute.kind.type() != FieldKind.Type.CHOICES) {
                errors.add(error(key, "unfit", "只能有一个值", "takes one value"));
            } else if (!values.isEmpty()) {
                attribute
                        .value(values)
                        .ifPresentOrElse(
                                it -> fields.put(key, it),
                                () -> errors.add(error(key, "unfit", "的值不合要求", "does not fit")));
            }
        }
        return fields;
    }

    /// What clients send is text: a flag is said in several ways, a number may bear its sign.
    private Optional<Object> value(List<String> texts) {
        var text = texts.getFirst().strip();
        return switch (kind.type()) {
            case FLAG -> Optional.ofNullable(FLAGS.get(text.toLowerCase(Locale.ROOT)));
            case NUMBER ->
                    text.matches("[+-]?[0-9]{1,18}")
                            ? FieldValue.kept(kind, Long.valueOf(text.replace("+", "")))
                            : Optional.empty();
            case TEXT, TIME, CHOICE -> FieldValue.kept(kind, text);
            case CHOICES ->
                    FieldValue.kept(kind, texts.stream().map(String::strip).distinct().toList());
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
