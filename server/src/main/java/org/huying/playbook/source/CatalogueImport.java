package org.huying.playbook.source;

import java.util.List;
import java.util.Optional;

/// How a table becomes classes and items: one column pair per level, the last level being the items.
///
/// @param scheme under which name the items keep their own codes
/// @param code the column of that code; the last level's id where empty
/// @param mapTo another catalogue whose codes are taken over where the names agree
/// @param otherwise the shipped catalogue to use while the file is not there
record CatalogueImport(
        String file,
        String scheme,
        List<Level> levels,
        Optional<String> code,
        Optional<String> mapTo,
        Optional<String> otherwise) {

    /// @param english the column of the English name; the Chinese one stands in where the table has none
    /// @param key pattern of the key, `ps-{id}`
    record Level(String id, String name, Optional<String> english, String key) {}

    /// A shipped catalogue has its keys ready.
    static CatalogueImport shipped(String name) {
        return new CatalogueImport(
                name,
                name,
                List.of(
                        new Level("kind_id", "kind", Optional.of("kind_en"), "{id}"),
                        new Level("class_id", "class", Optional.of("class_en"), "{id}"),
                        new Level("id", "name", Optional.of("en"), "{id}")),
                Optional.of("code"),
                Optional.empty(),
                Optional.empty());
    }
}
