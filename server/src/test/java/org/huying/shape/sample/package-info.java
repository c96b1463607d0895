/// Two modules of which the lower leans on the upper without saying so.
@NullMarked
package org.huying.shape.sample;

import org.jspecify.annotations.NullMarked;
