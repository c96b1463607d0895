package org.huying.playbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.territory.TerritoryCode;

/// Bodies that stand on the places of a level (党支部, 党建融合体, 社区管委会 …), as many as a founding sets up.
///
/// @param kind what they are, in a word of the register of organisations (`party-organisation` …)
/// @param level the level word of the places they stand on
/// @param names what sets them apart from each other, in turn
public record BodyKind(
        String key,
        Text name,
        String kind,
        String level,
        Amount number,
        List<Text> names,
        Ties ties,
        Work work) {

    /// What it is there for.
    ///
    /// @param members the units that belong to it, by key, in order
    public record Work(List<Text> duties, Map<String, Member> members) {}

    /// What a member unit is charged with.
    ///
    /// @param template an editable sample
    public record Member(List<Text> duties, boolean template) {}

    /// What they belong to and work for.
    ///
    /// @param under key of the bodies above them
    /// @param within the part of the place where they stand; the whole place where it is missing
    /// @param covers level word of the places that they share out among themselves
    /// @param industries what they work for, by key, in turn
    public record Ties(
            Optional<String> under,
            Optional<TerritoryCode> within,
            Optional<String> covers,
            Map<String, Text> industries) {}
}
