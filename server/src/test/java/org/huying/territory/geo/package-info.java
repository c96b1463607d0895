@NullMarked
package org.huying.territory.geo;

import org.jspecify.annotations.NullMarked;
