@NullMarked
package org.huying.suggest;

import org.jspecify.annotations.NullMarked;
