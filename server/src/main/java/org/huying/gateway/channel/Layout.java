package org.huying.gateway.channel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.huying.gateway.sending.Fill;
import org.huying.problem.Language;

/// The words of messages: templates of a title, of a text about one notice, and of a text about many. Pure.
///
/// @param kinds texts of their own for some kinds
record Layout(String title, String text, String line, String digest, Map<String, String> kinds) {

    static final Set<String> OF_ONE = Set.of("headline", "number", "link", "place");
    static final Set<String> OF_MANY = Set.of("headline", "count", "lines", "link", "place");
    static final Set<String> OF_TITLE = Set.of("headline", "place");

    private static final int MOST_LINES = 20;

    /// What is said.
    record Said(String title, String text) {}

    /// One notice in a message.
    record Line(UUID subject, String kind, String number, String headline) {}

    /// @param place the name of the channel's place, e.g. of the county
    Said said(List<Line> lines, String place, Plan plan) {
        var first = lines.getFirst();
        var values = new HashMap<String, String>();
        values.put("place", place);
        var base = plan.link();
        if (lines.size() == 1) {
            values.putAll(one(first));
            values.put("link", base.map(it -> it + path(first)).orElse(""));
            var text = kinds.getOrDefault(first.kind(), this.text);
            return new Said(fill(title, values), fill(text, values).strip());
        }
        var english = plan.language() == Language.EN;
        var headline = english ? lines.size() + " notices" : lines.size() + " 条提醒";
        values.put("headline", headline);
        values.put("count", Integer.toString(lines.size()));
        values.put("lines", list(lines, english));
        values.put("link", base.map(it -> it + "/desk/").orElse(""));
        return new Said(fill(title, values), fill(digest, values).strip());
    }

    private String list(List<Line> lines, boolean english) {
        var shown =
                lines.stream()
                        .limit(MOST_LINES)
                        .map(it -> fill(line, one(it)).strip())
                        .collect(Collectors.joining("\n"));
        int more = lines.size() - MOST_LINES;
        return more <= 0
                ? shown
                : shown + (english ? "\n… and " + more + " more" : "\n……还有 " + more + " 条");
    }

    private static Map<String, String> one(Line line) {
        return Map.of("headline", line.headline(), "number", line.number());
    }

    /// Where the desk shows what it is about.
    private static String path(Line line) {
        if (line.kind().startsWith("whistle-")) {
            return "/desk/whistle/" + line.subject();
        }
        return line.number().isEmpty() ? "/desk/" : "/desk/matter/" + line.subject();
    }

    private static String fill(String template, Map<String, String> values) {
        return Fill.in(template, values, UnaryOperator.identity());
    }
}
