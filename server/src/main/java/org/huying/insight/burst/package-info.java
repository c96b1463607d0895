/// Bursts: many reports of one thing in one place, raised as one alert.
@NullMarked
package org.huying.insight.burst;

import org.jspecify.annotations.NullMarked;
