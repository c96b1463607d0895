package org.huying.playbook.compile;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.huying.playbook.NoticeWords;
import org.huying.playbook.check.Findings.Word;
import org.huying.problem.Language;

/// How the place puts what its channels carry out: the section `notice`.
final class NoticeCompiler {

    private static final Word KIND = new Word("消息", "kind of notice");
    private static final Pattern VALUE = Pattern.compile("\\{([^{}]*)}");

    /// A kind is known by having words.
    private static final List<String> KINDS = kinds();

    private final Part words;

    NoticeCompiler(Part root) {
        this.words = root.at("notice").at("words");
    }

    Map<Language, NoticeWords> compile() {
        var all = new EnumMap<Language, NoticeWords>(Language.class);
        for (var language : Language.values()) {
            var part = words.at(language.pick("zh", "en"));
            all.put(language, part.present() ? words(part) : NoticeWords.NONE);
        }
        return Map.copyOf(all);
    }

    private static NoticeWords words(Part part) {
        known(part.at("title"), NoticeWords.OF_TITLE);
        known(part.at("text"), NoticeWords.OF_ONE);
        known(part.at("line"), NoticeWords.OF_LINE);
        known(part.at("digest"), NoticeWords.OF_MANY);
        var kinds = new LinkedHashMap<String, String>();
        part.at("kinds")
                .entries()
                .forEach((kind, each) -> {
                    known(each, NoticeWords.OF_ONE);
                    if (!KINDS.contains(kind)) {
                        each.findings()
                                .unknown("kind", KIND, each.spot(), each.path(), kind, KINDS);
                    }
                    each.text().ifPresent(it -> kinds.put(kind, it));
                });
        return new NoticeWords(
                part.at("title").text(),
                part.at("text").text(),
                part.at("line").text(),
                part.at("digest").text(),
                kinds);
    }

    private static void known(Part part, Set<String> values) {
        var sorted = values.stream().sorted().toList();
        VALUE.matcher(part.text(""))
                .results()
                .map(it -> it.group(1))
                .filter(it -> !values.contains(it))
                .distinct()
                .forEach(it ->
                        part.wrong(
                                "unknown-value",
                                "`{%s}`：没有这个值，只有 %s".formatted(it, String.join("、", sorted)),
                                "`{%s}`: no such value; there are %s"
                                        .formatted(it, String.join(", ", sorted))));
    }

    private static List<String> kinds() {
        var words = new Properties();
        try (var in =
                new InputStreamReader(
                        Objects.requireNonNull(
                                NoticeCompiler.class.getResourceAsStream("/notices/zh.properties")),
                        StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words.stringPropertyNames().stream().sorted().toList();
    }
}
