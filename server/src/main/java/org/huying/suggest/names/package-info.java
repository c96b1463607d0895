/// Names of places as a dictionary, and what a text that names some of them means. Pure.
@NullMarked
package org.huying.suggest.names;

import org.jspecify.annotations.NullMarked;
