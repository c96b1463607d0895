@NullMarked
package org.huying.backup;

import org.jspecify.annotations.NullMarked;
