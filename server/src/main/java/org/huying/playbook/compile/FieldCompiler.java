package org.huying.playbook.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.huying.playbook.FieldKind;
import org.huying.playbook.Text;
import org.huying.playbook.check.Findings.Word;

/// What reports may carry beside their words: the section `matter.fields`.
final class FieldCompiler {

    private static final Word FIELD = new Word("字段", "field");
    private static final long LONGEST_TEXT = 200;
    private static final long MOST = 1_000_000_000L;

    private FieldCompiler() {}

    static Map<String, FieldKind> compile(Part fields) {
        var all = new LinkedHashMap<String, FieldKind>();
        fields.entries().forEach((key, part) -> all.put(key, field(key, part)));
        return all;
    }

    /// The keys that a list names, each one declared under `matter.fields`.
    static List<String> named(Part list, Set<String> known) {
        return list.parts().stream()
                .flatMap(each -> each.oneOf("field", FIELD, known).stream())
                .toList();
    }

    private static FieldKind field(String key, Part part) {
        var word = part.at("type").text("text");
        var type =
                Fields.typeWords().contains(word)
                        ? FieldKind.Type.valueOf(word.toUpperCase(Locale.ROOT))
                        : FieldKind.Type.TEXT;
        var choices = part.at("choices").labels();
        if (type.chosen() == choices.isEmpty()) {
            part.wrong(
                    "bad-choices",
                    type.chosen() ? "没写有哪些可选：`choices`" : "只有 `choice`、`choices` 才写 `choices`",
                    type.chosen()
                            ? "says nothing of what may be chosen: `choices`"
                            : "only `choice` and `choices` have `choices`");
        }
        return new FieldKind(
                key,
                part.name(),
                type,
                part.at("required").flag(false),
                part.at("personal").flag(false),
                (long) part.at("least").number(0),
                Math.min(MOST, (long) part.at("most").number((double) most(type, choices))),
                choices);
    }

    private static long most(FieldKind.Type type, Map<String, Text> choices) {
        return switch (type) {
            case TEXT -> LONGEST_TEXT;
            case CHOICES -> choices.size();
            case FLAG, NUMBER, TIME, CHOICE -> MOST;
        };
    }
}
