/// A hotline of its own that exchanges orders with a server over HTTP, as well or as badly behaved as one wishes.
@NullMarked
package org.huying.demo.hotline;

import org.jspecify.annotations.NullMarked;
