/// What org keeps: its rows and its only SQL.
@NamedInterface("store")
@NullMarked
package org.huying.org.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
