package org.huying.playbook.compile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.huying.playbook.Text;
import org.huying.playbook.WhistleRules;
import org.huying.playbook.WhistleRules.Entry;
import org.huying.playbook.WhistleRules.Overuse;
import org.huying.playbook.WhistleRules.Rung;
import org.huying.playbook.check.Findings.Word;

/// Who may call whom: the section `whistle`.
final class WhistleCompiler {

    private static final Word CAUSE = new Word("吹哨情形", "cause of a whistle");
    private static final Word CLASS = new Word("清单类别", "class of the list");

    private final Part whistle;
    private final Vocabulary words;
    private final Map<String, Text> causes;
    private final Map<String, Text> classes;

    WhistleCompiler(Part root, Vocabulary words) {
        this.whistle = root.at("whistle");
        this.words = words;
        this.causes = whistle.at("causes").labels();
        this.classes = whistle.at("list").at("classes").labels();
    }

    WhistleRules compile() {
        var rungs = new LinkedHashMap<String, Rung>();
        whistle.at("rungs")
                .entries()
                .forEach((key, part) -> rung(key, part).ifPresent(rung -> rungs.put(key, rung)));
        var items = new LinkedHashMap<String, Entry>();
        whistle.at("list")
                .at("items")
                .entries()
                .forEach((key, part) -> items.put(key, entry(key, part)));
        return new WhistleRules(rungs, causes, classes, items, overuse(whistle.at("overuse")));
    }

    private Optional<Rung> rung(String key, Part part) {
        var by = part.at("by").oneOf("level", Vocabulary.LEVEL, Vocabulary.LEVELS);
        var answers = part.at("answers").oneOf("level", Vocabulary.LEVEL, Vocabulary.UPWARDS);
        var reportIn = part.limit("report-in");
        var emergency = part.limit("emergency");
        var object = part.limit("object-within");
        if (by.isEmpty()
                || answers.isEmpty()
                || reportIn.isEmpty()
                || !above(part, by.get(), answers.get())) {
            return Optional.empty();
        }
        return Optional.of(
                new Rung(
                        key,
                        part.name(),
                        by.get(),
                        answers.get(),
                        reportIn.get(),
                        emergency,
                        object,
                        part.at("evaluate").flag(false),
                        part.at("template").flag(false)));
    }

    private static boolean above(Part part, String by, String answers) {
        var order = Vocabulary.UPWARDS;
        if (order.indexOf(answers) > order.indexOf(by)) {
            return true;
        }
        part.at("answers")
                .wrong(
                        "bad-rung",
                        "`" + answers + "` 不高于 `" + by + "`；吹哨是下级呼叫上级",
                        "`%s` is not above `%s`; whistles call upwards".formatted(answers, by));
        return false;
    }

    private Entry entry(String key, Part part) {
        return new Entry(
                key,
                part.name(),
                part.at("class").oneOf("class", CLASS, classes.keySet()).orElse(""),
                words.unit(part.at("lead")),
                words.units(part.at("assist")),
                part.at("cause").oneOf("cause", CAUSE, causes.keySet()),
                part.at("template").flag(false));
    }

    private static Optional<Overuse> overuse(Part part) {
        return part.at("during")
                .read("bad-time", Measures::span)
                .map(window -> new Overuse((int) part.at("count").number(1), window));
    }
}
