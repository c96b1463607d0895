/// Feeds the read model from the event log and from the matters.
@NullMarked
package org.huying.insight.feed;

import org.jspecify.annotations.NullMarked;
