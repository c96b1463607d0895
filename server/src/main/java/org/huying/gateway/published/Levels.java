package org.huying.gateway.published;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huying.playbook.Item;
import org.huying.playbook.Playbook;
import org.huying.playbook.Playbooks;
import org.huying.playbook.Publication;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;

/// What everybody may read at a moment, by place and item: towns may have playbooks of their own, which say otherwise than
/// the county's. For one answer, then forgotten.
public final class Levels {

    private record At(String street, String item) {}

    private final Playbooks playbooks;
    private final Instant now;
    private final Map<At, Publication> known = new HashMap<>();

    public Levels(Playbooks playbooks, Instant now) {
        this.playbooks = playbooks;
        this.now = now;
    }

    public Publication of(TerritoryCode area, String item) {
        var street = area.value().length() > Level.STREET.digits() ? area.at(Level.STREET) : area;
        return known.computeIfAbsent(
                new At(street.value(), item), _ -> of(playbooks.current(street, now), item));
    }

    public static Publication of(Playbook playbook, String item) {
        return playbook.item(item).map(it -> it.more().published()).orElse(Publication.NOTHING);
    }

    /// The items whose matters everybody may read.
    public static List<String> published(Playbook playbook) {
        return playbook.items().stream()
                .filter(it -> it.more().published() != Publication.NOTHING)
                .map(Item::key)
                .toList();
    }
}
