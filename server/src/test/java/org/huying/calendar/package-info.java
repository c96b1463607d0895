@NullMarked
package org.huying.calendar;

import org.jspecify.annotations.NullMarked;
