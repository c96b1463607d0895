@NullMarked
package org.huying.matter.loop;

import org.jspecify.annotations.NullMarked;
