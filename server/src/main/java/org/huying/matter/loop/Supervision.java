package org.huying.matter.loop;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Pressed by somebody above (督办).
///
/// @param until when it is to be done
/// @param amber when that is pressing
/// @param by who pressed; empty where the rating did
public record Supervision(
        Kind kind,
        Instant since,
        Optional<Instant> until,
        Optional<Instant> amber,
        Optional<UUID> by) {

    public enum Kind {
        OVERTIME,
        LEADER,
        KEY
    }

    /// Without a date.
    static Supervision open(Kind kind, Instant since) {
        return new Supervision(kind, since, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// The mark that is to be said next, when what was passed until `told` has been said.
    public Optional<Instant> mark(Optional<Instant> told) {
        return Stream.of(amber, until)
                .flatMap(Optional::stream)
                .filter(at -> told.map(at::isAfter).orElse(true))
                .min(Comparator.naturalOrder());
    }

    public Light light(Instant now) {
        if (until.filter(it -> !now.isBefore(it)).isPresent()) {
            return Light.RED;
        }
        return amber.filter(it -> !now.isBefore(it)).isPresent() ? Light.AMBER : Light.GREEN;
    }

    /// It has been said that the date is over.
    public boolean late(Optional<Instant> told) {
        return until.filter(at -> told.filter(it -> !at.isAfter(it)).isPresent()).isPresent();
    }
}
