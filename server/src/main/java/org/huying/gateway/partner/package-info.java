/// Partners: a hotline or a platform above with which orders, results and matters are exchanged both ways, by a file that
/// says how each of them words things. One total function translates each direction.
@NullMarked
package org.huying.gateway.partner;

import org.jspecify.annotations.NullMarked;
