package org.huying.whistle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.org.Organisation;
import org.huying.org.OrganisationKind;
import org.huying.territory.Level;

/// The level words of a playbook, and which bodies are the body of a level's place itself.
final class Levels {

    private static final Map<String, Level> BY_WORD =
            Map.of(
                    "county", Level.COUNTY,
                    "street", Level.STREET,
                    "community", Level.COMMUNITY,
                    "grid", Level.GRID,
                    "micro", Level.MICRO_GRID);

    private Levels() {}

    /// Empty for a word that is no level, such as `department`.
    static Optional<Level> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    /// The one of `bodies`, all of one place, that stands for the place.
    static Optional<Organisation> bodyOfPlace(List<Organisation> bodies) {
        return OrganisationKind.OF_PLACE.stream()
                .flatMap(kind -> bodies.stream().filter(it -> it.kind() == kind))
                .findFirst();
    }
}
