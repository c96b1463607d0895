package org.huying.playbook.compile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.huying.playbook.PowerRules;
import org.huying.playbook.PowerRules.Power;
import org.huying.playbook.Text;
import org.huying.playbook.check.Findings.Word;

/// What streets may decide or demand: the section `powers`.
final class PowerCompiler {

    private static final Word CLASS = new Word("清单类别", "class of the list");
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
                powers.limit("answer-within"));
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
