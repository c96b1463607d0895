@NullMarked
package org.huying;

import org.jspecify.annotations.NullMarked;
