package org.huying.playbook.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.huying.playbook.PowerRules;
import org.huying.playbook.PowerRules.Paper;
import org.huying.playbook.PowerRules.Power;
import org.huying.playbook.Text;
import org.huying.playbook.check.Findings.Word;

/// What streets may decide or demand: the section `powers`.
final class PowerCompiler {

    private static final Word CLASS = new Word("清单类别", "class of the list");
    private static final Word FILLED = new Word("填空项", "blank");
    private static final Pattern BLANK = Pattern.compile("\\{([a-z]+)}");

    /// What the blanks of a document are filled with; `blank` stays one.
    private static final List<String> BLANKS =
            List.of(
                    "number",
                    "power",
                    "basis",
                    "department",
                    "place",
                    "by",
                    "title",
                    "text",
                    "date",
                    "blank");

    private static final Word RIGHT = new Word("权力", "right");

    private final Part powers;
    private final Vocabulary words;
    private final Map<String, Text> rights;
    private final Map<String, Text> classes;

    PowerCompiler(Part root, Vocabulary words) {
        this.powers = root.at("powers");
        this.words = words;
        this.rights = powers.at("rights").labels();
        this.classes = powers.at("classes").labels();
    }

    PowerRules compile() {
        var items = new LinkedHashMap<String, Power>();
        powers.at("items").entries().forEach((key, part) -> items.put(key, power(key, part)));
        return new PowerRules(
                rights,
                classes,
                items,
                powers.limit("object-within"),
                powers.limit("answer-within"),
                papers());
    }

    private Map<String, Paper> papers() {
        var papers = new LinkedHashMap<String, Paper>();
        powers.at("papers")
                .entries()
                .forEach((key, part) -> {
                    blanks(part.at("text"));
                    papers.put(
                            key,
                            new Paper(
                                    key,
                                    part.name(),
                                    part.at("text").text(""),
                                    part.at("signs").parts().stream().map(Part::label).toList(),
                                    part.at("template").flag(false)));
                });
        return papers;
    }

    private static void blanks(Part text) {
        BLANK.matcher(text.text(""))
                .results()
                .map(it -> it.group(1))
                .distinct()
                .forEach(word -> {
                    if (!BLANKS.contains(word)) {
                        text.findings()
                                .unknown("blank", FILLED, text.place(), text.path(), word, BLANKS);
                    }
                });
    }

    private Power power(String key, Part part) {
        return new Power(
                key,
                part.name(),
                part.at("class").oneOf("class", CLASS, classes.keySet()).orElse(""),
                part.at("right").oneOf("right", RIGHT, rights.keySet()),
                part.at("by").oneOf("level", Vocabulary.LEVEL, Vocabulary.LEVELS).orElse("street"),
                words.units(part.at("departments")),
                part.at("basis").text(""),
                part.at("template").flag(false));
    }
}
