@NullMarked
package org.huying.suggest.names;

import org.jspecify.annotations.NullMarked;
