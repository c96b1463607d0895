@NullMarked
package org.huying.trust;

import org.jspecify.annotations.NullMarked;
