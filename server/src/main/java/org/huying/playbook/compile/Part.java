package org.huying.playbook.compile;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.huying.calendar.TimeLimit;
import org.huying.playbook.Amount;
import org.huying.playbook.Text;
import org.huying.playbook.check.Findings;
import org.huying.playbook.tree.Spot;
import org.huying.playbook.tree.Tree;

/// A value of the document with its path, read leniently: what has the wrong shape is answered as absent, since the
/// schema check has already told the author.
public record Part(Tree tree, Spot spot, String path, Findings findings) {

    public static Part root(Tree tree, Findings findings) {
        return new Part(tree, tree.spot(), "", findings);
    }

    public Part at(String key) {
        var below = path.isEmpty() ? key : path + "." + key;
        if (tree instanceof Tree.Mapping(var entries, _)) {
            var entry = entries.get(key);
            if (entry != null) {
                return new Part(entry.value(), entry.spot(), below, findings);
            }
        }
        return new Part(Tree.nothing(spot), spot, below, findings);
    }

    public boolean present() {
        return !tree.empty();
    }

    public Map<String, Part> entries() {
        var parts = new LinkedHashMap<String, Part>();
        if (tree instanceof Tree.Mapping(var entries, _)) {
            entries.keySet().forEach(key -> parts.put(key, at(key)));
        }
        return parts;
    }

    public List<Part> parts() {
        return tree instanceof Tree.Listing(var parts, _)
                ? IntStream.range(0, parts.size()).mapToObj(i -> part(parts.get(i), i)).toList()
                : List.of();
    }

    private Part part(Tree below, int index) {
        return new Part(below, below.spot(), path + "[" + index + "]", findings);
    }

    public Optional<String> text() {
        return tree instanceof Tree.Scalar scalar && present()
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    public String text(String fallback) {
        return text().orElse(fallback);
    }

    public boolean flag(boolean fallback) {
        return text().map("true"::equals).orElse(fallback);
    }

    /// The number, or `fallback` where there is none.
    public double number(double fallback) {
        return text().filter(text -> text.matches("-?\\d{1,9}(\\.\\d{1,9})?"))
                .map(Double::parseDouble)
                .orElse(fallback);
    }

    /// A number in all, or `{ each: … }` of every place.
    Optional<Amount> amount() {
        if (!present()) {
            return Optional.empty();
        }
        var each = at("each");
        return Optional.of(
                each.present()
                        ? new Amount((int) each.number(0), true)
                        : new Amount((int) number(0), false));
    }

    /// The value as `parser` reads it; what it refuses is reported in its own words.
    <T> Optional<T> read(String code, Function<String, T> parser) {
        try {
            return text().map(parser);
        } catch (IllegalArgumentException refused) {
            var told = String.valueOf(refused.getMessage()).split(" / ", 2);
            var word = "`" + text("") + "`";
            wrong(code, word + "：" + told[0], word + ": " + told[told.length - 1]);
            return Optional.empty();
        }
    }

    /// The Chinese and the English name of what this part declares; its last key where it has none.
    public Text name() {
        var zh = at("name").text(path.substring(path.lastIndexOf('.') + 1));
        return new Text(zh, at("en").text(zh));
    }

    Map<String, Text> names() {
        var names = new LinkedHashMap<String, Text>();
        entries().forEach((key, part) -> names.put(key, part.name()));
        return names;
    }

    /// A name as `name:` and `en:`, or the Chinese alone as one word.
    public Text label() {
        return text().map(zh -> new Text(zh, zh)).orElseGet(this::name);
    }

    /// The labels of a list.
    List<Text> texts() {
        return parts().stream().map(Part::label).toList();
    }

    Map<String, Text> labels() {
        var labels = new LinkedHashMap<String, Text>();
        entries().forEach((key, part) -> labels.put(key, part.label()));
        return labels;
    }

    /// The time limit under `key`; what is not one is reported.
    Optional<TimeLimit> limit(String key) {
        return at(key).read("bad-time", Measures::limit);
    }

    /// This word if it is one of `known`; else it is reported with the closest known word.
    public Optional<String> oneOf(String what, Findings.Word thing, Collection<String> known) {
        var word = text();
        if (word.isPresent() && !known.contains(word.get())) {
            findings.unknown(what, thing, place(), path, word.get(), known);
            return Optional.empty();
        }
        return word;
    }

    public void wrong(String code, String zh, String en) {
        findings.error(code, place(), path, zh, en);
    }

    /// Where the value stands; where it is missing, the value around it.
    public Spot place() {
        return tree.spot();
    }
}
