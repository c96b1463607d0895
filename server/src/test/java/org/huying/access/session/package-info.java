@NullMarked
package org.huying.access.session;

import org.jspecify.annotations.NullMarked;
