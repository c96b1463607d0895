/// How good the suggestions are: trials on requests whose answer is known, for the bench and the tests. Pure.
@NullMarked
package org.huying.suggest.quality;

import org.jspecify.annotations.NullMarked;
