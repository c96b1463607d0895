/// What territory keeps: its rows and its only SQL.
@NamedInterface("store")
@NullMarked
package org.huying.territory.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
