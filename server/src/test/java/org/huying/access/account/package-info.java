@NullMarked
package org.huying.access.account;

import org.jspecify.annotations.NullMarked;
