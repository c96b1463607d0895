package org.huying.territory;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.huying.territory.geo.Bounds;

/// The outlines of places, for drawing. Answers come from memory and never touch the database.
public interface TerritoryShapes {

    /// A place with the rings of its outline: longitude and latitude in turn, in degrees, closed; holes are rings within
    /// rings.
    record Shape(Node node, List<double[]> rings) {

        /// Whether the outline only says what lies next to what: sample data, and the plain rectangles of a generated layout.
        public boolean schematic() {
            return node.generated() || rings.stream().allMatch(Shape::upright);
        }

        private static boolean upright(double[] ring) {
            if (ring.length != 10) {
                return false;
            }
            for (int i = 0; i + 3 < ring.length; i += 2) {
                if (ring[i] != ring[i + 2] && ring[i + 1] != ring[i + 3]) {
                    return false;
                }
            }
            return true;
        }
    }

    /// The places of these levels in a county whose outlines touch the bounds, deepest first.
    List<Shape> within(String region, Bounds bounds, Instant at, Set<Level> levels);
}
