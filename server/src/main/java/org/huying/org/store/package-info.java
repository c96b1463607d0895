/// What org keeps: its rows and its only SQL.
@NullMarked
package org.huying.org.store;

import org.jspecify.annotations.NullMarked;
