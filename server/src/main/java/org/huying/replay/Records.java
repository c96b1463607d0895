package org.huying.replay;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.huying.cli.Refusal;

/// The records of a file, translated by a map. A file with a record that cannot be translated is refused as a whole,
/// naming the first of such rows, before anything is sent.
final class Records {

    private static final int SHOWN = 20;
    private static final int TITLE = 80;
    private static final String MARK = "\uFEFF";

    private final ReplayMap map;
    private final String file;
    private final List<String> mistakes = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private Records(ReplayMap map, String file) {
        this.map = map;
        this.file = file;
    }

    static List<Recorded> read(Path path, ReplayMap map) {
        var records = new Records(map, String.valueOf(path.getFileName()));
        var all = records.rows(path);
        if (!records.mistakes.isEmpty()) {
            var shown = records.mistakes.stream().limit(SHOWN).toList();
            throw Refusal.because(
                    String.join("\n", shown)
                            + "\n%d 处对不上 mistakes in all".formatted(records.mistakes.size()));
        }
        return all;
    }

    private List<Recorded> rows(Path path) {
        var format =
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(map.format().separator())
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get();
        var all = new ArrayList<Recorded>();
        try (var text =
                        new InputStreamReader(
                                Files.newInputStream(path),
                                Charset.forName(map.format().encoding()));
                var parser = format.parse(text)) {
            columns(parser.getHeaderNames());
            if (mistakes.isEmpty()) {
                parser.forEach(row -> one(row).ifPresent(all::add));
            }
        } catch (IOException e) {
            throw Refusal.because("读不了 cannot read " + path + ": " + e.getMessage());
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw Refusal.because(path + ": " + e.getMessage());
        }
        return all;
    }

    private void columns(List<String> header) {
        var there = new TreeSet<String>();
        header.forEach(it -> there.add(it.replace(MARK, "")));
        patterns().stream()
                .flatMap(it -> it.columns().stream())
                .distinct()
                .filter(it -> !there.contains(it))
                .forEach(it ->
                        mistakes.add(
                                "%s: 没有列 “%s”；有的是 no column “%s”; there are %s"
                                        .formatted(file, it, it, there)));
    }

    private List<Pattern> patterns() {
        var all = new ArrayList<Pattern>();
        all.add(map.id());
        all.add(map.when().from());
        all.addAll(map.labels().values());
        var facts = map.facts();
        for (var field :
                List.of(
                        facts.channel(),
                        facts.demand(),
                        facts.title(),
                        facts.text(),
                        facts.place(),
                        facts.item(),
                        facts.area(),
                        facts.outcome(),
                        map.status(),
                        map.units().key(),
                        map.units().name(),
                        map.units().kind())) {
            all.addAll(field.from());
        }
        return all;
    }

    private Optional<Recorded> one(CSVRecord row) {
        var values = new java.util.HashMap<String, String>();
        row.toMap().forEach((name, value) -> values.put(name.replace(MARK, ""), value));
        int number = Math.toIntExact(row.getRecordNumber());
        int before = mistakes.size();
        var facts = map.facts();
        var id = map.id().in(values, map.missing()).orElse("");
        if (id.isEmpty() || !ids.add(id)) {
            wrong(number, "id", id.isEmpty() ? "缺 missing" : "重复 twice: " + id);
        }
        var recorded =
                new Recorded(
                        number,
                        id,
                        at(number, values),
                        fate(number, values),
                        must(number, "channel", facts.channel(), values),
                        must(number, "demand", facts.demand(), values),
                        cut(must(number, "title", facts.title(), values)),
                        must(number, "text", facts.text(), values),
                        may(number, "place", facts.place(), values),
                        may(number, "item", facts.item(), values),
                        must(number, "area", facts.area(), values),
                        may(number, "outcome", facts.outcome(), values),
                        new Recorded.Unit(
                                must(number, "unit.key", map.units().key(), values),
                                must(number, "unit.name", map.units().name(), values),
                                must(number, "unit.kind", map.units().kind(), values)),
                        map.labels().values().stream()
                                .map(it -> it.in(values, map.missing()).orElse("-"))
                                .toList());
        return mistakes.size() == before ? Optional.of(recorded) : Optional.empty();
    }

    private Instant at(int number, Map<String, String> values) {
        var text = map.when().from().in(values, map.missing()).orElse("");
        try {
            return LocalDateTime.parse(text, map.when().pattern())
                    .atZone(map.when().zone())
                    .toInstant();
        } catch (DateTimeException _) {
            wrong(number, "time", "“" + text + "”");
            return Instant.EPOCH;
        }
    }

    private Fate fate(int number, Map<String, String> values) {
        var word = must(number, "status", map.status(), values);
        return Arrays.stream(Fate.values())
                .filter(it -> it.key().equals(word))
                .findFirst()
                .orElse(Fate.OPEN);
    }

    private String must(int number, String what, Field field, Map<String, String> values) {
        var found = may(number, what, field, values);
        if (found.isEmpty()) {
            wrong(number, what, "没有值 says nothing");
        }
        return found.orElse("");
    }

    private Optional<String> may(int number, String what, Field field, Map<String, String> values) {
        try {
            return field.in(values, map.missing());
        } catch (Field.Unknown e) {
            wrong(number, what, "映射里没有 not in the map: “" + e.getMessage() + "”");
            return Optional.of("?");
        }
    }

    private void wrong(int number, String what, String why) {
        mistakes.add("%s: 第 %d 行 row %d: %s: %s".formatted(file, number, number, what, why));
    }

    private static String cut(String title) {
        return title.length() <= TITLE ? title : title.substring(0, TITLE);
    }
}
