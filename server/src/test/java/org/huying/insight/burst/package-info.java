@NullMarked
package org.huying.insight.burst;

import org.jspecify.annotations.NullMarked;
