package org.huying.gateway.open311;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huying.playbook.Item;
import org.huying.playbook.ItemClass;
import org.huying.playbook.Playbook;
import org.huying.playbook.Text;
import org.huying.problem.Language;

/// The items of a playbook as services: those that residents are offered, by the names of the place.
final class Services {

    private Services() {}

    static List<Item> offered(Playbook playbook) {
        return playbook.items().stream().filter(it -> it.more().forResidents()).toList();
    }

    static Optional<Item> offered(Playbook playbook, String code) {
        return playbook.item(code).filter(it -> it.more().forResidents());
    }

    /// The answer `services`.
    static Document list(Playbook playbook, Language language) {
        var classes =
                playbook.classes().stream()
                        .collect(Collectors.toMap(ItemClass::key, Function.identity()));
        boolean asks = !playbook.matter().fields().isEmpty();
        return new Document.Rows(
                "service",
                offered(playbook).stream()
                        .map(it -> service(it, classes, asks, language))
                        .toList());
    }

    private static Document service(
            Item item, Map<String, ItemClass> classes, boolean asks, Language language) {
        var name = said(item.name(), language);
        var group =
                Optional.ofNullable(classes.get(item.itemClass()))
                        .map(it -> said(it.name(), language))
                        .orElse("");
        return Document.Parts.of()
                .with("service_code", item.key())
                .with("service_name", name)
                .with("description", group.isEmpty() ? name : group + " · " + name)
                .with("metadata", new Document.Truth(asks))
                .with("type", "realtime")
                .with("keywords", String.join(", ", keywords(item, classes)))
                .with("group", group);
    }

    /// Its names in both languages, and those of the classes above it.
    private static Set<String> keywords(Item item, Map<String, ItemClass> classes) {
        var words = new LinkedHashSet<String>();
        words.add(item.name().zh());
        words.add(item.name().en());
        var above = Optional.ofNullable(classes.get(item.itemClass()));
        for (int i = 0; i < classes.size() && above.isPresent(); i++) {
            words.add(above.get().name().zh());
            words.add(above.get().name().en());
            above = above.get().parent().flatMap(it -> Optional.ofNullable(classes.get(it)));
        }
        words.removeIf(String::isBlank);
        return words;
    }

    /// The answer `service_definition`.
    static Document definition(Playbook playbook, Item item, Language language) {
        return Document.Parts.of()
                .with("service_code", item.key())
                .with(
                        "attributes",
                        new Document.Rows(
                                "attribute",
                                Attribute.of(playbook, item).stream()
                                        .map(it -> it.document(language))
                                        .toList()));
    }

    static String said(Text text, Language language) {
        return language.pick(text.zh(), text.en());
    }
}
