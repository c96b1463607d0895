package org.huying.replay;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/// Reads a map and finds every mistake in it at once.
final class MapReader {
    private static final String TOP =
            "replay place format missing id time fields status unit rating pace totals catalogue";
    private static final Set<String> FACTS =
            Set.of("channel", "demand", "title", "text", "place", "item", "area", "outcome");
    private final List<String> mistakes = new ArrayList<>();

    private MapReader() {}

    /// Throws [MapRefused].
    static ReplayMap read(String file, String yaml) {
        var reader = new MapReader();
        var map = reader.map(file, yaml);
        if (!reader.mistakes.isEmpty() || map.isEmpty()) {
            throw new MapRefused(reader.mistakes);
        }
        return map.get();
    }

    private Optional<ReplayMap> map(String file, String yaml) {
        return root(file, yaml).flatMap(root -> read(new Spot(file, "", root, mistakes)));
    }

    private Optional<Node> root(String file, String yaml) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(true); // reported by Spot, with the others
        try {
            var root = new Yaml(options).compose(new StringReader(yaml));
            if (root == null) {
                mistakes.add(file + ":1: 文件是空的 / the file is empty");
            }
            return Optional.ofNullable(root);
        } catch (MarkedYAMLException e) {
            var line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            mistakes.add("%s:%d: %s".formatted(file, line, e.getProblem()));
            return Optional.empty();
        }
    }

    private Optional<ReplayMap> read(Spot top) {
        var all = top.entries(Set.of(TOP.split(" ")));
        var id = needed(top, all, "id").flatMap(this::pattern);
        var source = needed(top, all, "replay").flatMap(Spot::text);
        var place = needed(top, all, "place").flatMap(it -> matching(it, "\\d{6}"));
        var when = needed(top, all, "time").flatMap(this::when);
        var facts = needed(top, all, "fields").flatMap(this::facts);
        var status = needed(top, all, "status").map(this::status);
        var units = needed(top, all, "unit").map(this::units);
        var answers = needed(top, all, "rating").map(this::answers);
        var pace = PaceReader.pace(Optional.ofNullable(all.get("pace")));
        if (!mistakes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new ReplayMap(
                        source.orElseThrow(),
                        place.orElseThrow(),
                        format(Optional.ofNullable(all.get("format"))),
                        missing(Optional.ofNullable(all.get("missing"))),
                        id.orElseThrow(),
                        when.orElseThrow(),
                        facts.orElseThrow(),
                        status.orElseThrow(),
                        units.orElseThrow(),
                        answers.orElseThrow(),
                        pace,
                        labels(Optional.ofNullable(all.get("totals"))),
                        Optional.ofNullable(all.get("catalogue")).flatMap(this::catalogue)));
    }

    private Optional<Spot> needed(Spot parent, Map<String, Spot> entries, String key) {
        var found = Optional.ofNullable(entries.get(key));
        if (found.isEmpty()) {
            parent.wrong("缺少 " + key, key + " is missing");
        }
        return found;
    }

    private Optional<Pattern> pattern(Spot spot) {
        return spot.text().flatMap(text -> made(spot, text, Pattern::of));
    }

    private static <T> Optional<T> made(Spot spot, String text, Function<String, T> maker) {
        try {
            return Optional.of(maker.apply(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            var why = String.valueOf(e.getMessage());
            spot.wrong(why, text);
            return Optional.empty();
        }
    }

    private Optional<String> matching(Spot spot, String shape) {
        var text = spot.text();
        if (text.isPresent() && !text.get().matches(shape)) {
            spot.wrong("应符合 " + shape, "must match " + shape);
            return Optional.empty();
        }
        return text;
    }

    private Optional<ReplayMap.When> when(Spot spot) {
        var all = spot.entries(Set.of("from", "pattern", "zone"));
        var from = needed(spot, all, "from").flatMap(this::pattern);
        var shape =
                needed(spot, all, "pattern")
                        .flatMap(it ->
                                it.text()
                                        .flatMap(text ->
                                                made(
                                                        it,
                                                        text,
                                                        shaped ->
                                                                DateTimeFormatter.ofPattern(
                                                                        shaped, Locale.ROOT))));
        var zone =
                needed(spot, all, "zone")
                        .flatMap(it -> it.text().flatMap(text -> made(it, text, ZoneId::of)));
        return from.isPresent() && shape.isPresent() && zone.isPresent()
                ? Optional.of(new ReplayMap.When(from.get(), shape.get(), zone.get()))
                : Optional.empty();
    }

    private Optional<ReplayMap.Facts> facts(Spot spot) {
        var all = spot.entries(FACTS);
        for (var key : List.of("channel", "demand", "title", "text", "area")) {
            var _ = needed(spot, all, key);
        }
        var fields = new LinkedHashMap<String, Field>();
        FACTS.forEach(key ->
                fields.put(
                        key,
                        Optional.ofNullable(all.get(key)).map(this::field).orElse(Field.NONE)));
        return Optional.of(
                new ReplayMap.Facts(
                        fields.getOrDefault("channel", Field.NONE),
                        fields.getOrDefault("demand", Field.NONE),
                        fields.getOrDefault("title", Field.NONE),
                        fields.getOrDefault("text", Field.NONE),
                        fields.getOrDefault("place", Field.NONE),
                        fields.getOrDefault("item", Field.NONE),
                        fields.getOrDefault("area", Field.NONE),
                        fields.getOrDefault("outcome", Field.NONE)));
    }

    /// `"{column}"`, a list of such, or a mapping of `from`, `values` and `otherwise`.
    private Field field(Spot spot) {
        if (!spot.mapping()) {
            return new Field(patterns(spot), Map.of(), Optional.empty());
        }
        var all = spot.entries(Set.of("from", "values", "otherwise"));
        var values = new LinkedHashMap<String, String>();
        Optional.ofNullable(all.get("values"))
                .ifPresent(it ->
                        it.entries(Set.of())
                                .forEach((key, value) ->
                                        value.text().ifPresent(text -> values.put(key, text))));
        return new Field(
                needed(spot, all, "from").map(this::patterns).orElse(List.of()),
                Map.copyOf(values),
                Optional.ofNullable(all.get("otherwise")).flatMap(Spot::text));
    }

    private List<Pattern> patterns(Spot spot) {
        return spot.parts().stream().flatMap(it -> pattern(it).stream()).toList();
    }

    private Field status(Spot spot) {
        var field = field(spot);
        var known = java.util.Arrays.stream(Fate.values()).map(Fate::key).toList();
        field.values().values().stream()
                .filter(it -> !known.contains(it))
                .forEach(it ->
                        spot.wrong("“" + it + "”应是 " + known + " 之一", "must be one of " + known));
        return field;
    }

    private ReplayMap.Units units(Spot spot) {
        var all = spot.entries(Set.of("key", "name", "kind", "missing"));
        var key = needed(spot, all, "key").map(this::field).orElse(Field.NONE);
        var name = needed(spot, all, "name").map(this::field).orElse(Field.NONE);
        var kind =
                Optional.ofNullable(all.get("kind"))
                        .map(this::field)
                        .orElse(new Field(List.of(), Map.of(), Optional.of("OTHER")));
        boolean create =
                Optional.ofNullable(all.get("missing"))
                        .flatMap(it -> matching(it, "create|refuse"))
                        .orElse("create")
                        .equals("create");
        return new ReplayMap.Units(key, name, kind, create);
    }

    private Map<Fate, String> answers(Spot spot) {
        var all = spot.entries(Set.of(Fate.IN_TIME.key(), Fate.LATE.key()));
        var answers = new EnumMap<Fate, String>(Fate.class);
        for (var fate : List.of(Fate.IN_TIME, Fate.LATE)) {
            needed(spot, all, fate.key())
                    .flatMap(Spot::text)
                    .ifPresent(it -> answers.put(fate, it));
        }
        return answers;
    }

    private ReplayMap.Format format(Optional<Spot> spot) {
        var all = spot.map(it -> it.entries(Set.of("separator", "encoding"))).orElse(Map.of());
        var separator =
                Optional.ofNullable(all.get("separator"))
                        .flatMap(it -> matching(it, ".|tab"))
                        .map(it -> it.equals("tab") ? '\t' : it.charAt(0))
                        .orElse(',');
        var encoding = Optional.ofNullable(all.get("encoding")).flatMap(Spot::text).orElse("UTF-8");
        return new ReplayMap.Format(separator, encoding);
    }

    private Set<String> missing(Optional<Spot> spot) {
        var missing = new LinkedHashSet<String>();
        missing.add("");
        spot.ifPresent(it -> it.parts().forEach(part -> part.text().ifPresent(missing::add)));
        return Set.copyOf(missing);
    }

    private Map<String, Pattern> labels(Optional<Spot> spot) {
        var labels = new LinkedHashMap<String, Pattern>();
        spot.ifPresent(it ->
                it.entries(Set.of())
                        .forEach((key, value) ->
                                pattern(value).ifPresent(made -> labels.put(key, made))));
        return labels;
    }

    private Optional<ReplayMap.Catalogue> catalogue(Spot spot) {
        var all = spot.entries(Set.of("playbook", "file"));
        var playbook = needed(spot, all, "playbook").flatMap(Spot::text);
        var file = needed(spot, all, "file").flatMap(Spot::text);
        return playbook.isPresent() && file.isPresent()
                ? Optional.of(new ReplayMap.Catalogue(playbook.get(), file.get()))
                : Optional.empty();
    }
}
