@NullMarked
package org.huying.access.audit;

import org.jspecify.annotations.NullMarked;
