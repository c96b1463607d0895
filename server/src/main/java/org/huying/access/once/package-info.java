/// A change that is asked for twice under one `Idempotency-Key` happens once and is answered twice.
@NullMarked
package org.huying.access.once;

import org.jspecify.annotations.NullMarked;
