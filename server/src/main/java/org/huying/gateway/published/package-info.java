/// What everybody may read of matters, for the doors that tell it outside.
@NullMarked
package org.huying.gateway.published;

import org.jspecify.annotations.NullMarked;
