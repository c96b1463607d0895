package org.huying.territory.store;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.Kind;
import org.huying.territory.Node;
import org.huying.territory.TerritoryCode;
import org.locationtech.jts.geom.Geometry;

/// A node as it is stored. `outline` is in CGCS2000 degrees.
public record NodeRow(UUID id, Node node, Sizes sizes, Optional<Geometry> outline) {

    /// How many live there, where that is known.
    public record Sizes(Optional<Integer> households, Optional<Integer> residents) {
        public static final Sizes UNKNOWN = new Sizes(Optional.empty(), Optional.empty());
    }

    public TerritoryCode code() {
        return node.code();
    }

    public Kind kind() {
        return node.kind();
    }

    public boolean open() {
        return node.validTo().isEmpty();
    }

    /// This place under the same code from `day` on, as another row.
    public NodeRow from(UUID newId, LocalDate day, String name, Optional<Geometry> newOutline) {
        var next =
                new Node(node.code(), node.kind(), name, day, Optional.empty(), node.generated());
        return new NodeRow(newId, next, sizes, newOutline);
    }
}
