package org.huying.matter.loop;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a matter is marked with, and how it counts.
///
/// @param key a key matter (重点件)
/// @param spot handled on the spot (随手处置); counted apart
/// @param owed an emergency whose record is still to be written
/// @param excluded what is left out of the assessment: everything, or only the rating
public record Marks(
        Urgency urgency,
        boolean key,
        boolean spot,
        boolean owed,
        Optional<Supervision> supervision,
        Set<Exclusion> excluded) {

    static final Marks NONE =
            new Marks(Urgency.NORMAL, false, false, false, Optional.empty(), Set.of());

    public Marks {
        excluded = Set.copyOf(excluded);
    }

    Marks urgency(Urgency to) {
        return new Marks(to, key, spot, owed, supervision, excluded);
    }

    Marks key(boolean to) {
        return new Marks(urgency, to, spot, owed, supervision, excluded);
    }

    Marks onTheSpot() {
        return new Marks(urgency, key, true, owed, supervision, excluded);
    }

    Marks owed(boolean to) {
        return new Marks(urgency, key, spot, to, supervision, excluded);
    }

    Marks supervised(Optional<Supervision> by) {
        return new Marks(urgency, key, spot, owed, by, excluded);
    }

    Marks without(Exclusion what) {
        var all = new TreeSet<>(excluded);
        all.add(what);
        return new Marks(urgency, key, spot, owed, supervision, all);
    }
}
