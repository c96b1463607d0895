package org.huying.suggest.store;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.huying.territory.TerritoryCode;

/// The changes of the tallies that a batch of facts brings. Pure arithmetic: a matter stops counting for what it was and
/// counts for what it is; a return counts against the unit that had it.
final class Lesson {

    record Key(LocalDate month, String item, TerritoryCode area, UUID unit) {}

    record Change(int kept, int returned) {
        Change plus(Change other) {
            return new Change(kept + other.kept, returned + other.returned);
        }

        boolean nothing() {
            return kept == 0 && returned == 0;
        }
    }

    private static final Change KEPT = new Change(1, 0);
    private static final Change NOT_KEPT = new Change(-1, 0);
    private static final Change RETURNED = new Change(0, 1);

    private final Map<Key, Change> changes = new HashMap<>();

    /// The matter stands so now, and stood so before.
    void stands(Optional<Memory> before, Memory after) {
        before.filter(Memory::kept).ifPresent(it -> add(it, it.unit(), NOT_KEPT));
        if (after.kept()) {
            add(after, after.unit(), KEPT);
        }
    }

    /// This unit gave it back; as what it had it, if that is known.
    void returned(Optional<Memory> before, Memory after, UUID unit) {
        var had = before.filter(it -> it.unit().filter(unit::equals).isPresent()).orElse(after);
        add(had, Optional.of(unit), RETURNED);
    }

    /// In key order, so that two writers cannot wait for each other.
    Map<Key, Change> changes() {
        var sorted =
                new TreeMap<Key, Change>(
                        Comparator.comparing(Key::month)
                                .thenComparing(Key::item)
                                .thenComparing(Key::area)
                                .thenComparing(Key::unit));
        changes.forEach((key, change) -> {
            if (!change.nothing()) {
                sorted.put(key, change);
            }
        });
        return sorted;
    }

    private void add(Memory memory, Optional<UUID> by, Change change) {
        by.filter(_ -> !memory.item().isEmpty())
                .ifPresent(unit ->
                        changes.merge(
                                new Key(memory.month(), memory.item(), memory.area(), unit),
                                change,
                                Change::plus));
    }
}
