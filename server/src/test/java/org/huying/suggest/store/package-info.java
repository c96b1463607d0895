@NullMarked
package org.huying.suggest.store;

import org.jspecify.annotations.NullMarked;
