/// What everything that is sent to others has in common: where it may go, and when it is tried again.
@NullMarked
package org.huying.gateway.sending;

import org.jspecify.annotations.NullMarked;
