package org.huying.org;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.TerritoryCode;

/// Who there is to be given a task: holders of posts, teams, bodies. Answers come from memory.
public interface Seats {

    /// One to whom a task can be given.
    ///
    /// @param unit the body that answers for it
    /// @param person who holds the post; empty for a post that nobody holds, for teams and for bodies
    /// @param team the team, where it is one
    record Seat(UUID unit, TerritoryCode area, Optional<UUID> person, Optional<UUID> team) {}

    /// Everybody who holds a post of this key, and the posts that nobody holds, by area.
    List<Seat> ofPost(String region, String post, Instant at);

    /// The teams of this kind, by area.
    List<Seat> ofTeam(String region, String kind, Instant at);

    /// Who belongs to teams at that moment, the lead of each first.
    List<Member> members(String region, Collection<UUID> teams, Instant at);

    /// Somebody in a team.
    ///
    /// @param area where the team stands
    record Member(
            UUID team,
            String teamName,
            TerritoryCode area,
            UUID person,
            String name,
            boolean lead) {}

    /// The body of this key, or those that a founding made of a kind of body of this key; one without a place belongs to
    /// the county.
    List<Seat> ofUnit(String region, String key);

    /// The regions that have a register of bodies.
    List<String> regions();
}
