@NullMarked
package org.huying.replay;

import org.jspecify.annotations.NullMarked;
