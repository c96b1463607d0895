@NullMarked
package org.huying.matter;

import org.jspecify.annotations.NullMarked;
