@NullMarked
package org.huying.access;

import org.jspecify.annotations.NullMarked;
