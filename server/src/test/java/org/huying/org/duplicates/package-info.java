@NullMarked
package org.huying.org.duplicates;

import org.jspecify.annotations.NullMarked;
