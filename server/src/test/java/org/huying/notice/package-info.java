@NullMarked
package org.huying.notice;

import org.jspecify.annotations.NullMarked;
