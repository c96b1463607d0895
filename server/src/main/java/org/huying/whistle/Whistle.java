package org.huying.whistle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// One whistle as it stands. Immutable; every step answers a new one with the next version.
///
/// @param steps how many history rows it has; the last of them has the hash `chain`
record Whistle(
        WhistleId id,
        int version,
        Call call,
        Standing standing,
        Instant changedAt,
        int steps,
        byte[] chain) {

    WhistleState state() {
        return standing.state();
    }

    WhistleStateName stateName() {
        return WhistleStateName.of(standing.state());
    }

    /// Every organisation that has to do with it: who called, who was called, who was told that one did not come.
    List<UUID> units() {
        var above =
                standing.summons().stream()
                        .flatMap(it -> it.marks().miss().stream())
                        .flatMap(it -> it.above().stream());
        return Stream.of(
                        call.by().unit().stream(),
                        standing.summons().stream().map(Summons::unit),
                        above)
                .flatMap(it -> it)
                .distinct()
                .toList();
    }

    Optional<Summons> of(UUID unit) {
        return standing.of(unit);
    }

    /// The same, to be changed at this moment.
    Whistle at(Instant now) {
        return new Whistle(id, version, call, standing, now, steps, chain);
    }
}
