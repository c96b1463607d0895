@NullMarked
package org.huying.insight.sql;

import org.jspecify.annotations.NullMarked;
