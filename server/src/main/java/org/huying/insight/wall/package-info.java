/// Figures for the wall: sums of an area and of what lies in it.
@NullMarked
package org.huying.insight.wall;

import org.jspecify.annotations.NullMarked;
