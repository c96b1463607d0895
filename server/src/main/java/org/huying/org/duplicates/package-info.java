/// Probable duplicates: the same body under two spellings. Pure.
@NamedInterface("duplicates")
@NullMarked
package org.huying.org.duplicates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
