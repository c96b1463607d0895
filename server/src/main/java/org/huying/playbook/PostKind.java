package org.huying.playbook;

import java.util.Map;
import java.util.Optional;
import org.huying.territory.Kind;

/// A post as this place knows it (网格长, 网格员 …).
///
/// @param level the level word it stands on (`grid`, `community` …)
/// @param quota how many hold it on one territory, where the place says so
/// @param roles what its holder is in a team that it leads, by key
/// @param founding how many holders a founding generates, where the place says so
/// @param mandate for how long, and what not beside it
/// @param ground the kind of place it stands on, where that is a building, a stretch of street or an estate rather than a
///     place of the level
/// @param charge what its holder has to do, by which rules and standards
public record PostKind(
        String key,
        Text name,
        String level,
        Optional<Integer> quota,
        Map<String, Text> roles,
        Optional<Founding> founding,
        Mandate mandate,
        Optional<Kind> ground,
        Charge charge) {

    /// How many holders there are.
    ///
    /// @param role the role of the holders' accounts; without one they have none
    public record Founding(Amount number, Optional<String> role) {}
}
