package org.huying.playbook;

import java.util.Collection;
import java.util.Optional;
import org.huying.territory.TerritoryCode;

/// One version of one place's playbook, checked and compiled. Immutable.
public interface Playbook {

    String key();

    /// Counts up from 1; a matter keeps the version it was opened under.
    int version();

    TerritoryCode place();

    Text name();

    Optional<Item> item(String key);

    /// All items, in catalogue order.
    Collection<Item> items();

    Collection<ItemClass> classes();

    MatterRules matter();
}
