package org.huying.matter.loop;

import java.time.Instant;
import java.util.Optional;

/// A reply that is owed to whoever asked (件件有回声).
///
/// @param due until when
/// @param amber when it is pressing
public record Owed(Instant due, Optional<Instant> amber) {

    /// A reply that the place promises within its limit from the report; none where it promises nothing, or where nobody
    /// can be replied to.
    public static Optional<Owed> from(Instant reported, Standard standard) {
        return standard.loop()
                .replyWithin()
                .filter(_ -> standard.askable())
                .map(limit -> standard.calendar().due(reported, limit))
                .map(due -> new Owed(due, standard.amber(reported, due)));
    }

    public Light light(Instant now) {
        if (!now.isBefore(due)) {
            return Light.RED;
        }
        return amber.filter(it -> !now.isBefore(it)).isPresent() ? Light.AMBER : Light.GREEN;
    }

    /// The mark that is next when so many were passed.
    public Optional<Instant> mark(int passed) {
        return switch (passed) {
            case 0 -> amber.or(() -> Optional.of(due));
            case 1 -> Optional.of(due);
            default -> Optional.empty();
        };
    }
}
