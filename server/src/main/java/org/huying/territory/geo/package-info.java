/// Outlines: datums, the index that answers "which place holds this point", and their checks. Pure: no Spring, no SQL.
@NamedInterface("geo")
@NullMarked
package org.huying.territory.geo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
