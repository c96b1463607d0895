package org.huying.playbook.compile;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.calendar.TimeLimit;
import org.huying.calendar.WorkCalendar;
import org.huying.playbook.Item;
import org.huying.playbook.ItemClass;
import org.huying.playbook.Publication;
import org.huying.playbook.Stage;
import org.huying.playbook.check.Findings.Word;

/// Classes and items, with the defaults merged in: the catalogue's, then those of the classes from the top down, then
/// the item's own.
final class CatalogueCompiler {

    private static final Word CLASS = new Word("类别", "class");
    private final Part catalogue;
    private final Vocabulary words;
    private final Conditions conditions;
    private final WholeLimit whole;
    private final Map<String, Part> classes;
    private final Set<String> fields;
    private final Map<String, Defaults> inherited = new LinkedHashMap<>();

    /// What an item takes over from above.
    private record Defaults(
            Map<Stage, TimeLimit> limits,
            Map<String, List<String>> evidence,
            double metres,
            Duration window) {}

    CatalogueCompiler(Part root, Vocabulary words, Conditions conditions, WorkCalendar calendar) {
        this.catalogue = root.at("catalogue");
        this.fields = root.at("matter").at("fields").entries().keySet();
        this.words = words;
        this.conditions = conditions;
        this.whole = new WholeLimit(calendar);
        this.classes = catalogue.at("classes").entries();
    }

    Map<String, ItemClass> classes() {
        var all = new LinkedHashMap<String, ItemClass>();
        classes.forEach((key, part) -> all.put(key, itemClass(key, part)));
        return all;
    }

    Map<String, Item> items() {
        var root =
                defaults(
                        new Defaults(Map.of(), Map.of(), 50, Duration.ofDays(3)),
                        catalogue.at("defaults"));
        var all = new LinkedHashMap<String, Item>();
        catalogue.at("items").entries().forEach((key, part) -> all.put(key, item(key, part, root)));
        return all;
    }

    private ItemClass itemClass(String key, Part part) {
        var parent = part.at("parent").oneOf("class", CLASS, classes.keySet());
        var seen = new HashSet<String>();
        for (var up = Optional.of(key); up.isPresent(); up = parent(up.get())) {
            if (!seen.add(up.get())) {
                part.wrong("class-circle", "类别的上级绕成了圈", "The classes above it run in a circle");
                return new ItemClass(key, part.name(), Optional.empty());
            }
        }
        return new ItemClass(key, part.name(), parent);
    }

    private Optional<String> parent(String key) {
        return Optional.ofNullable(classes.get(key))
                .flatMap(part -> part.at("parent").text())
                .filter(classes::containsKey);
    }

    private Item item(String key, Part part, Defaults root) {
        var itemClass = part.at("class").oneOf("class", CLASS, classes.keySet());
        var defaults = defaults(itemClass.map(name -> ofClass(name, root)).orElse(root), part);
        return new Item(
                key,
                part.name(),
                itemClass.orElse(""),
                part.at("solve-at").oneOf("level", Vocabulary.LEVEL, Vocabulary.LEVELS),
                defaults.limits(),
                defaults.evidence(),
                defaults.metres(),
                defaults.window(),
                codes(part.at("codes")),
                more(part));
    }

    private Item.More more(Part part) {
        return new Item.More(
                words.unit(part.at("lead")),
                words.units(part.at("assist")),
                conditions.compile(part.at("urgent")),
                part.at("for-residents").flag(false),
                part.at("template").flag(false),
                part.at("source").text(),
                part.spot().toString(),
                FieldCompiler.named(part.at("fields"), fields),
                published(part.at("publish").text("")));
    }

    /// The schema knows the words; whatever else stands there publishes nothing.
    private static Publication published(String word) {
        return switch (word) {
            case "facts" -> Publication.FACTS;
            case "words" -> Publication.WORDS;
            default -> Publication.NOTHING;
        };
    }

    private static Map<String, String> codes(Part part) {
        var codes = new LinkedHashMap<String, String>();
        part.entries().forEach((scheme, code) -> codes.put(scheme, code.text("")));
        return codes;
    }

    private Defaults ofClass(String name, Defaults root) {
        var known = inherited.get(name);
        if (known != null) {
            return known;
        }
        inherited.put(name, root); // stops at a circle, which is reported elsewhere
        var above = parent(name).map(up -> ofClass(up, root)).orElse(root);
        var part = Objects.requireNonNull(classes.get(name));
        var own = defaults(above, part);
        inherited.put(name, own);
        return own;
    }

    private Defaults defaults(Defaults above, Part part) {
        var duplicates = part.at("duplicates");
        var limits = Stages.over(above.limits(), part.at("limits"));
        whole.check(limits, part.at("limits"));
        return new Defaults(
                limits,
                evidence(above.evidence(), part.at("evidence")),
                duplicates
                        .at("within")
                        .read("bad-distance", Measures::metres)
                        .orElse(above.metres()),
                duplicates.at("during").read("bad-time", Measures::span).orElse(above.window()));
    }

    private Map<String, List<String>> evidence(Map<String, List<String>> above, Part part) {
        if (!part.present()) {
            return above;
        }
        var own =
                part.entries().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        step -> words.evidence(step.getValue())));
        return Stream.concat(above.entrySet().stream(), own.entrySet().stream())
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, Map.Entry::getValue, (_, lower) -> lower));
    }
}
