@NullMarked
package org.huying.suggest.quality;

import org.jspecify.annotations.NullMarked;
