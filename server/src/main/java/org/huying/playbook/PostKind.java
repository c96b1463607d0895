package org.huying.playbook;

import java.util.Map;
import java.util.Optional;

/// A post as this place knows it (网格长, 网格员 …).
///
/// @param level the level word it stands on (`grid`, `community` …)
/// @param quota how many hold it on one territory, where the place says so
/// @param roles what its holder is in a team that it leads, by key
/// @param founding how many holders a founding generates, where the place says so
public record PostKind(
        String key,
        Text name,
        String level,
        Optional<Integer> quota,
        Map<String, Text> roles,
        Optional<Founding> founding) {

    /// How many holders there are.
    ///
    /// @param role the role of the holders' accounts; without one they have none
    public record Founding(Amount number, Optional<String> role) {}
}
