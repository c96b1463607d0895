package org.huying.basemap;

import org.huying.tile.Tile;

/// One tile of one layer of the map service.
record Square(int layer, Tile tile) {

    /// Where it is kept below the folder.
    String path() {
        return "%d/%d/%d/%d".formatted(layer, tile.z(), tile.x(), tile.y());
    }
}
