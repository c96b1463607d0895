@NullMarked
package org.huying.whistle;

import org.jspecify.annotations.NullMarked;
