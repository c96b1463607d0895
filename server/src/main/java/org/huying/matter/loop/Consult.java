package org.huying.matter.loop;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A consultation (会商) of several units.
///
/// @param no from 1 within the matter
public record Consult(
        int no, String topic, List<UUID> units, List<Opinion> opinions, Optional<String> decision) {

    public Consult {
        units = List.copyOf(units);
        opinions = List.copyOf(opinions);
    }

    Consult with(List<Opinion> said, Optional<String> decided) {
        return new Consult(no, topic, units, said, decided);
    }

    public record Opinion(UUID by, String words) {}
}
