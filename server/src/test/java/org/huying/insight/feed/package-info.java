@NullMarked
package org.huying.insight.feed;

import org.jspecify.annotations.NullMarked;
