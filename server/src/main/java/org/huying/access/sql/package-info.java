/// How columns become Java values.
@NullMarked
package org.huying.access.sql;

import org.jspecify.annotations.NullMarked;
