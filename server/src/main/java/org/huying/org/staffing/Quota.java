package org.huying.org.staffing;

import java.util.Optional;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.Node;

/// How many people shall hold a post on every place of a level, or of a kind of place of its own.
///
/// @param ground the kind of place; empty for the places of the level themselves
public record Quota(String post, Level level, Optional<Kind> ground, int count) {

    /// On the places of the level.
    public Quota(String post, Level level, int count) {
        this(post, level, Optional.empty(), count);
    }

    /// Estates, buildings and stretches of street have the posts that are meant for them, and no others.
    boolean asks(Node node) {
        if (node.code().level() != level) {
            return false;
        }
        return switch (node.kind()) {
            case DIVISION, GRID, EXCLUSIVE_GRID, MICRO_GRID -> ground.isEmpty();
            case ESTATE, BUILDING, SEGMENT -> ground.filter(node.kind()::equals).isPresent();
        };
    }
}
