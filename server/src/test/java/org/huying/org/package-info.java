@NullMarked
package org.huying.org;

import org.jspecify.annotations.NullMarked;
