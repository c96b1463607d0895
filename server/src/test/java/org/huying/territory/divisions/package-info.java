@NullMarked
package org.huying.territory.divisions;

import org.jspecify.annotations.NullMarked;
