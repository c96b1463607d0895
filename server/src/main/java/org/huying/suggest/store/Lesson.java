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

    /// @param returned a return was among the steps between the two
    void learn(Optional<Memory> before, Memory after, boolean returned) {
        var held = before.filter(Memory::kept);
        held.ifPresent(it -> add(it, NOT_KEPT));
        switch (after.standing()) {
            case NONE -> {}
            case KEPT -> add(after, KEPT);
            case RETURNED -> {
                if (!before.map(after::returnedAs).orElse(false)) {
                    add(after, RETURNED);
                }
            }
        }
        // it was given back and is somebody else's already
        held.filter(_ -> returned)
                .filter(it ->
                        after.standing() != Memory.Standing.RETURNED
                                || !it.unit().equals(after.unit()))
                .ifPresent(it -> add(it, RETURNED));
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

    private void add(Memory memory, Change change) {
        memory.unit()
                .filter(_ -> !memory.item().isEmpty())
                .ifPresent(unit ->
                        changes.merge(
                                new Key(memory.month(), memory.item(), memory.area(), unit),
                                change,
                                Change::plus));
    }
}
