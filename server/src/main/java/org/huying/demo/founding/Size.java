package org.huying.demo.founding;

import java.util.List;
import java.util.Optional;
import org.huying.org.OrganisationKind;
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

    /// The territory. What is missing has the usual density: grids of 300 to 500 households, micro-grids of 30 to 80.
    ///
    /// @param communities how many communities have grids: those of streets and towns first, urban ones before villages;
    ///     where there are fewer real ones the rest is made up and marked as generated
    /// @param mergedFrom when not empty, so many real communities are merged into `communities` first, with lineage
    public record Ground(
            Optional<Integer> communities,
            Optional<Integer> mergedFrom,
            Optional<Count> grids,
            Optional<Count> exclusive,
            Optional<Count> microGrids) {

        public static final Ground USUAL =
                new Ground(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }

    /// A post with as many holders. On grids a total goes to base grids first, then to exclusive ones; `each` is of base
    /// grids only.
    ///
    /// @param role the role of the holders' accounts; without one they have no account
    public record Posting(
            String key, String name, Level level, Count holders, Optional<String> role) {}

    /// A kind of team.
    ///
    /// @param roles dealt out to the members; the lead has all of them
    /// @param homes how many departments send the members that do not lead; 0 where nobody is sent
    /// @param lead the post whose holder leads the team of the same place
    public record Squad(
            String key,
            String name,
            Level level,
            Count teams,
            Count members,
            List<String> roles,
            int homes,
            Optional<String> lead) {}

    /// Bodies on places, or below other bodies (`under`, the key of a chain before).
    public record Chain(
            String key,
            String name,
            OrganisationKind kind,
            Level level,
            Count number,
            Optional<String> under) {}

    /// What a demo has: usual density, a worker and a chief on each grid, a desk in each community and street.
    public static Size usual(TerritoryCode place) {
        return new Size(
                place,
                Ground.USUAL,
                List.of(
                        posting("grid-worker", "网格员", Level.GRID, "grid-worker"),
                        posting("grid-chief", "网格长", Level.GRID, "grid-chief"),
                        posting("community-desk", "值班员", Level.COMMUNITY, "community-desk"),
                        posting("street-desk", "值班员", Level.STREET, "street-desk")),
                List.of(),
                List.of());
    }

    private static Posting posting(String key, String name, Level level, String role) {
        return new Posting(key, name, level, Count.each(1), Optional.of(role));
    }
}
