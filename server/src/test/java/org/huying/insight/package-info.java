@NullMarked
package org.huying.insight;

import org.jspecify.annotations.NullMarked;
