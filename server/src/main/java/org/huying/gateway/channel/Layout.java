package org.huying.gateway.channel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.huying.gateway.sending.Fill;
import org.huying.notice.ToldNotices;
import org.huying.playbook.NoticeWords;
import org.huying.problem.Language;

/// The words of messages: templates of a title, of a text about one notice, and of a text about many. What is missing is
/// taken from elsewhere. Pure.
///
/// @param kinds texts of their own for some kinds
record Layout(
        Optional<String> title,
        Optional<String> text,
        Optional<String> line,
        Optional<String> digest,
        Map<String, String> kinds) {

    private static final int MOST_LINES = 20;

    /// What is said.
    record Said(String title, String text) {}

    /// One notice in a message.
    record Line(UUID subject, String kind, String number, String headline) {}

    /// Those of a place's playbook.
    static Layout of(NoticeWords words) {
        return new Layout(words.title(), words.text(), words.line(), words.digest(), words.kinds());
    }

    /// What is said where nobody says otherwise.
    static Layout usual(Language language) {
        return new Layout(
                Optional.of(language.pick("呼应：{headline}", "Huying: {headline}")),
                Optional.of("{headline} {number} {link}"),
                Optional.of("{number} {headline}"),
                Optional.of("{headline}\n{lines}\n{link}"),
                Map.of());
    }

    /// These words, and the others where these have none. A text of these is said of every kind.
    Layout or(Layout others) {
        var all = new HashMap<>(text.isPresent() ? Map.<String, String>of() : others.kinds);
        all.putAll(kinds);
        return new Layout(
                title.or(others::title),
                text.or(others::text),
                line.or(others::line),
                digest.or(others::digest),
                Map.copyOf(all));
    }

    /// @param place the name of the channel's place, e.g. of the county
    Said said(List<Line> lines, String place, Plan plan) {
        return or(usual(plan.language())).saidOf(lines, place, plan);
    }

    private Said saidOf(List<Line> lines, String place, Plan plan) {
        var title = this.title.orElseThrow();
        var first = lines.getFirst();
        var values = new HashMap<String, String>();
        values.put("place", place);
        var base = plan.link();
        if (lines.size() == 1) {
            values.putAll(one(first));
            values.put("link", base.map(it -> it + path(first)).orElse(""));
            if (first.kind().equals(Codes.KIND)) {
                return new Said(fill(title, values), first.headline());
            }
            var text = kinds.getOrDefault(first.kind(), this.text.orElseThrow());
            return new Said(fill(title, values), fill(text, values).strip());
        }
        var english = plan.language() == Language.EN;
        var headline = english ? lines.size() + " notices" : lines.size() + " 条提醒";
        values.put("headline", headline);
        values.put("count", Integer.toString(lines.size()));
        values.put("lines", list(lines, english));
        values.put("link", base.map(it -> it + "/desk/").orElse(""));
        return new Said(fill(title, values), fill(digest.orElseThrow(), values).strip());
    }

    private String list(List<Line> lines, boolean english) {
        var shown =
                lines.stream()
                        .limit(MOST_LINES)
                        .map(it -> fill(line.orElseThrow(), one(it)).strip())
                        .collect(Collectors.joining("\n"));
        int more = lines.size() - MOST_LINES;
        return more <= 0
                ? shown
                : shown + (english ? "\n… and " + more + " more" : "\n……还有 " + more + " 条");
    }

    private static Map<String, String> one(Line line) {
        return Map.of("headline", line.headline(), "number", line.number());
    }

    /// Where the desk shows what it is about; the residents' door, where they asked.
    private static String path(Line line) {
        if (line.kind().startsWith("whistle-")) {
            return "/desk/whistle/" + line.subject();
        }
        if (ToldNotices.TO_RESIDENTS.contains(line.kind())) {
            return "/resident/matter/" + line.number();
        }
        return line.number().isEmpty() ? "/desk/" : "/desk/matter/" + line.subject();
    }

    private static String fill(String template, Map<String, String> values) {
        return Fill.in(template, values, UnaryOperator.identity());
    }
}
