@NullMarked
package org.huying.database;

import org.jspecify.annotations.NullMarked;
