package org.huying.playbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A team that stands on a territory (管理团队, 综合执法队 …).
///
/// @param level the level word it stands on
/// @param roles what its members are, by key; one person may be several
/// @param quota how many members it should have, where the place says so
/// @param roster whether somebody of it is on duty each day
/// @param template an editable sample
/// @param founding how many a founding generates, where the place says so
/// @param mandate for how long a seat is held, and what not beside it
public record TeamKind(
        String key,
        Text name,
        String level,
        Map<String, Text> roles,
        List<Text> duties,
        Optional<Integer> quota,
        boolean roster,
        boolean template,
        Optional<Founding> founding,
        Mandate mandate) {

    /// How many teams and members there are.
    ///
    /// @param members of all teams or of each
    /// @param homes how many departments send the members; 0 where nobody is sent
    /// @param lead the post whose holder leads the team of the same place
    public record Founding(Amount number, Amount members, int homes, Optional<String> lead) {}
}
