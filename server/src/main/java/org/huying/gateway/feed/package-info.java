/// Feed: what may be public of a place's matters, as RSS and JSON Feed, for voice broadcasts, boards and readers.
@NullMarked
package org.huying.gateway.feed;

import org.jspecify.annotations.NullMarked;
