/// Changing the territory: grids created, merged, split, renamed and ended, outlines imported and checked.
@NamedInterface("edit")
@NullMarked
package org.huying.territory.edit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
