/// What territory keeps: its rows and its only SQL.
@NullMarked
package org.huying.territory.store;

import org.jspecify.annotations.NullMarked;
