/// Rules about the shape of schema and code that no compiler knows. Every rule is shown to match something.
@NullMarked
package org.huying.shape;

import org.jspecify.annotations.NullMarked;
