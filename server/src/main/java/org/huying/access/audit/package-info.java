/// The append-only audit and its chain of seals.
@NamedInterface("audit")
@NullMarked
package org.huying.access.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
