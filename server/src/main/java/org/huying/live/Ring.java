package org.huying.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.huying.eventlog.Tail;

/// The newest of what was told, so that who was cut off can be told the rest. Not safe for several threads.
final class Ring {
    private final int most;
    private final Deque<Told> kept = new ArrayDeque<>();
    private Tail.Place begin;
    private Tail.Place end;

    /// What is sent to everybody whom it concerns; written down once.
    record Told(Moved moved, Said said) {}

    /// Knows everything after `begin`.
    Ring(int most, Tail.Place begin) {
        this.most = most;
        this.begin = begin;
        this.end = begin;
    }

    Tail.Place end() {
        return end;
    }

    /// @param reached how far the log was read for these
    void add(List<Told> told, Tail.Place reached) {
        kept.addAll(told);
        end = reached;
        while (kept.size() > most) {
            begin = kept.removeFirst().moved().place();
        }
    }

    /// Everything after a place; empty when it lies before what is kept, or where nothing was read yet.
    Optional<List<Told>> after(Tail.Place place) {
        if (place.compareTo(begin) < 0 || place.compareTo(end) > 0) {
            return Optional.empty();
        }
        return Optional.of(
                kept.stream().filter(it -> it.moved().place().compareTo(place) > 0).toList());
    }
}
