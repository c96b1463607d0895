/// Probable duplicates: the same body under two spellings. Pure.
@NullMarked
package org.huying.org.duplicates;

import org.jspecify.annotations.NullMarked;
