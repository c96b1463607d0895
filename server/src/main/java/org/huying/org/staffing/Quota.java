package org.huying.org.staffing;

import org.huying.territory.Level;
import org.huying.territory.Node;

/// How many people shall hold a post on every place of a level.
public record Quota(String post, Level level, int count) {

    /// Estates and buildings carry the code of a grid but have no posts of their own.
    boolean asks(Node node) {
        if (node.code().level() != level) {
            return false;
        }
        return switch (node.kind()) {
            case DIVISION, GRID, EXCLUSIVE_GRID, MICRO_GRID -> true;
            case ESTATE, BUILDING, SEGMENT -> false;
        };
    }
}
