package org.huying.territory.edit;

import org.huying.territory.Kind;
import org.huying.territory.TerritoryCode;
import org.huying.territory.store.NodeRow.Sizes;
import org.locationtech.jts.geom.Geometry;

/// One sound feature of a file: a place with its outline in CGCS2000. `index` is its position in the file.
record Feature(
        int index,
        TerritoryCode code,
        String name,
        Kind kind,
        Sizes sizes,
        boolean generated,
        Geometry outline) {

    String path(String below) {
        return "features[" + index + "]" + below;
    }
}
