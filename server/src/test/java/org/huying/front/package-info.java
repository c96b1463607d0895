@NullMarked
package org.huying.front;

import org.jspecify.annotations.NullMarked;
