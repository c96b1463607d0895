package org.huying.demo.founding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.org.OrganisationKind;
import org.huying.playbook.Playbook;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;

/// How large a place is founded. Posts are held in the order given; a team or body may refer to what stands before it.
///
/// @param place a town, a county, or a city with all its counties
public record Size(
        TerritoryCode place,
        Ground ground,
        List<Posting> posts,
        List<Squad> teams,
        List<Chain> bodies) {

    /// What a playbook says of a place. Its figures are of the whole place: a part of it, or another place that it serves,
    /// gets only what stands on each grid, community or street, at the usual density.
    public static Size of(Playbook playbook, TerritoryCode place) {
        return Sizing.of(playbook, place);
    }

    /// The territory. What is missing has the usual density: grids of 300 to 500 households, micro-grids of 30 to 80.
    ///
    /// @param communities how many communities have grids: those of streets and towns first, urban ones before villages;
    ///     where there are fewer real ones the rest is made up and marked as generated
    /// @param mergedFrom when not 0, so many real communities are merged into `communities` first, with lineage
    /// @param lines names, by key, of lines of work that each had a grid of its own where there is one now
    public record Ground(
            Optional<Integer> communities,
            int mergedFrom,
            Optional<Count> grids,
            Optional<Count> exclusive,
            Optional<Count> microGrids,
            Across across,
            Map<String, String> lines) {

        public static final Ground USUAL =
                new Ground(
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Across.NOTHING,
                        Map.of());
    }

    /// Buildings and stretches of street, which lie across the micro-grids of a grid.
    public record Across(Optional<Count> buildings, Optional<Count> segments) {
        public static final Across NOTHING = new Across(Optional.empty(), Optional.empty());
    }

    /// A post with as many holders. On grids a total goes to base grids first, then to exclusive ones; `each` is of base
    /// grids only.
    ///
    /// @param ground the kind of place, where it is none of the level's own
    /// @param role the role of the holders' accounts; without one they have no account
    public record Posting(
            String key,
            String name,
            Level level,
            Optional<Kind> ground,
            Count holders,
            Optional<String> role) {}

    /// A kind of team.
    ///
    /// @param roles dealt out to the members
    /// @param homes how many departments send the members that do not lead; 0 where nobody is sent
    public record Squad(
            String key,
            String name,
            Level level,
            Count teams,
            Count members,
            List<String> roles,
            int homes,
            Optional<Lead> lead) {}

    /// Who leads a team: whoever holds the post on the same place.
    ///
    /// @param roles what the lead is in the team
    public record Lead(String post, List<String> roles) {}

    /// Bodies on places.
    ///
    /// @param under the key of the chain before whose bodies are above these: each on as many as its share where both
    ///     stand on the same level, else each on its own place below
    public record Chain(
            String key,
            String name,
            OrganisationKind kind,
            Level level,
            Count number,
            Optional<String> under,
            Marks marks) {}

    /// What sets the bodies of a chain apart.
    ///
    /// @param names one each, in turn
    /// @param within only on places within this one
    /// @param covers the level of the places that the bodies share out among themselves
    /// @param industries what they work for, one each, in turn: names by key
    public record Marks(
            List<String> names,
            Optional<TerritoryCode> within,
            Optional<Level> covers,
            Map<String, String> industries) {

        public static final Marks NONE =
                new Marks(List.of(), Optional.empty(), Optional.empty(), Map.of());
    }
}
