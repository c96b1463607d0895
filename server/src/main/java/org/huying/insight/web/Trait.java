package org.huying.insight.web;

import java.util.Map;
import java.util.stream.Collectors;
import org.huying.playbook.Item;
import org.huying.playbook.ItemClass;
import org.huying.playbook.Playbook;
import org.huying.playbook.Text;

/// What about a matter it is counted by: one of the words of the playbook that were chosen for it.
enum Trait {
    CLASS("item_class"),
    ITEM("item"),
    CHANNEL("channel"),
    DEMAND("demand");

    /// What a request may ask for.
    static final String WORDS = "class|item|channel|demand";

    private final String column;

    Trait(String column) {
        this.column = column;
    }

    /// The column of a line that holds it.
    String column() {
        return column;
    }

    /// What its words are called.
    Map<String, Text> words(Playbook playbook) {
        return switch (this) {
            case CLASS ->
                    playbook.classes().stream()
                            .collect(Collectors.toMap(ItemClass::key, ItemClass::name));
            case ITEM -> playbook.items().stream().collect(Collectors.toMap(Item::key, Item::name));
            case CHANNEL -> playbook.matter().channels();
            case DEMAND -> playbook.matter().demands();
        };
    }
}
