/// The append-only audit and its chain of seals.
@NullMarked
package org.huying.access.audit;

import org.jspecify.annotations.NullMarked;
