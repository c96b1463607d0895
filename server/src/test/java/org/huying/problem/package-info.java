@NullMarked
package org.huying.problem;

import org.jspecify.annotations.NullMarked;
