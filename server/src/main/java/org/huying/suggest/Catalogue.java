package org.huying.suggest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huying.playbook.Item;
import org.huying.playbook.ItemClass;
import org.huying.playbook.Playbook;
import org.huying.suggest.text.Example;
import org.huying.suggest.text.Grams;
import org.springframework.core.io.ClassPathResource;

/// What a place's catalogue itself says: the words of each item before anybody has taught anything, and the classes above
/// it.
final class Catalogue {

    private static final String SCHEME = "gbt47678.5-2026";
    private static final Map<String, String> NATIONAL = national();

    private final Playbook playbook;
    private final Map<String, ItemClass> classes = new HashMap<>();

    Catalogue(Playbook playbook) {
        this.playbook = playbook;
        playbook.classes().forEach(it -> classes.put(it.key(), it));
    }

    /// Two texts for each item, so that each word of its name stands in two: what the place calls it with its class, and
    /// what the national standard calls it.
    List<Example> examples() {
        return playbook.items().stream()
                .flatMap(item ->
                        Stream.of(
                                text(item, className(item)),
                                text(item, item.name().zh() + " " + nationalName(item))))
                .toList();
    }

    /// The item and the classes above it.
    List<String> kinds(String key) {
        var kinds = new ArrayList<String>(List.of("item:" + key));
        var above = playbook.item(key).map(Item::itemClass);
        while (above.isPresent() && kinds.size() < 4) {
            kinds.add("class:" + above.get());
            above = Optional.ofNullable(classes.get(above.get())).flatMap(ItemClass::parent);
        }
        return kinds;
    }

    private static Example text(Item item, String words) {
        return new Example(item.key(), Grams.of(item.name().zh(), words));
    }

    private String className(Item item) {
        return Optional.ofNullable(classes.get(item.itemClass()))
                .map(it -> it.name().zh())
                .orElse("");
    }

    private static String nationalName(Item item) {
        return Optional.ofNullable(item.codes().get(SCHEME)).map(NATIONAL::get).orElse("");
    }

    private static Map<String, String> national() {
        try {
            var lines =
                    new ClassPathResource("catalogues/" + SCHEME + ".tsv")
                            .getContentAsString(StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> List.of(line.split("\t", -1)))
                            .toList();
            var columns = lines.getFirst();
            int code = columns.indexOf("code");
            int name = columns.indexOf("name");
            int itemClass = columns.indexOf("class");
            var names = new HashMap<String, String>();
            lines.stream()
                    .skip(1)
                    .filter(row -> row.size() == columns.size())
                    .forEach(row ->
                            names.put(row.get(code), row.get(name) + " " + row.get(itemClass)));
            return Map.copyOf(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
