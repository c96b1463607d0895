@NullMarked
package org.huying.suggest.units;

import org.jspecify.annotations.NullMarked;
