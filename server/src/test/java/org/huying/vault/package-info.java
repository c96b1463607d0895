@NullMarked
package org.huying.vault;

import org.jspecify.annotations.NullMarked;
