/// The national divisions as shipped with Huying: as of 2023-06-30, read from one packed resource.
@NamedInterface("divisions")
@NullMarked
package org.huying.territory.divisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
