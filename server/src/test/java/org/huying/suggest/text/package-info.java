@NullMarked
package org.huying.suggest.text;

import org.jspecify.annotations.NullMarked;
