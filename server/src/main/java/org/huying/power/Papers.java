package org.huying.power;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huying.playbook.PowerRules.Paper;
import org.huying.power.PowerViews.ExerciseView;

/// Fills in the blanks of a document. What is not known stays a blank to write in by hand. Pure.
final class Papers {

    static final String BLANK = "＿＿＿＿";
    private static final Pattern WORD = Pattern.compile("\\{([a-z]+)}");

    private Papers() {}

    static String filled(Paper paper, Map<String, String> known) {
        Function<String, String> word = it -> known.getOrDefault(it, "");
        return WORD.matcher(paper.text())
                .replaceAll(it -> {
                    var said = word.apply(it.group(1));
                    return Matcher.quoteReplacement(said.isBlank() ? BLANK : said);
                });
    }

    /// What a use of a power fills in.
    static Map<String, String> words(ExerciseView use) {
        var words = new HashMap<String, String>();
        words.put("number", use.id().toString());
        words.put("power", use.name());
        words.put("basis", use.basis());
        words.put("department", use.departmentName());
        words.put("place", String.join("", use.areaNames()));
        words.put("by", use.nodeName());
        words.put("title", use.title());
        words.put("text", use.text());
        words.put("date", use.used().toLocalDate().toString());
        return words;
    }
}
