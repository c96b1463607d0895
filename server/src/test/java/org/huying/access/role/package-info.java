@NullMarked
package org.huying.access.role;

import org.jspecify.annotations.NullMarked;
