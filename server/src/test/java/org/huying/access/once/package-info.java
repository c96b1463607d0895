@NullMarked
package org.huying.access.once;

import org.jspecify.annotations.NullMarked;
