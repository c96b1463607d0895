package org.huying.territory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where things are. Answers come from memory and never touch the database.
public interface Territory {

    /// The node that carried this code at this moment.
    Optional<Node> node(TerritoryCode code, Instant at);

    /// The nodes from the county down to `code`, as they stood at this moment; empty when `code` was not valid.
    List<Node> path(TerritoryCode code, Instant at);

    /// The nodes directly below, ordered by code.
    List<Node> children(TerritoryCode code, Instant at);

    /// The node and everything below it, ordered by code; empty when `code` was not valid.
    List<Node> within(TerritoryCode code, Instant at);

    /// What stands at this moment in place of `code`, ordered by code: itself while it is valid, afterwards what came out
    /// of it by merging, splitting and moving. Empty for a code that never was or was cancelled.
    List<Node> successors(TerritoryCode code, Instant at);

    /// The deepest node of the county `region` whose outline holds the point; empty when none does.
    Optional<Node> locate(String region, GeoPoint point, Instant at);

    /// Reads again what has changed on another server, at once.
    void refresh();

    /// How often the territory of a county has changed; what is asked after this is of this revision or younger.
    long revision(String region);
}
