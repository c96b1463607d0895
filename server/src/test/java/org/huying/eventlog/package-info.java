@NullMarked
package org.huying.eventlog;

import org.jspecify.annotations.NullMarked;
