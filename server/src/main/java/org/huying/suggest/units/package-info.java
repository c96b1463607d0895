/// The smoothed frequency model of who usually works what, where. Pure.
@NullMarked
package org.huying.suggest.units;

import org.jspecify.annotations.NullMarked;
