/// Open matters on the map: clusters counted in memory, single ones straight from the lists.
@NullMarked
package org.huying.insight.tiles;

import org.jspecify.annotations.NullMarked;
