@NullMarked
package org.huying.territory;

import org.jspecify.annotations.NullMarked;
