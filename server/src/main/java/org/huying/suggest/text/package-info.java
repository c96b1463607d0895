/// Words of requests as features, and the linear model over them. Pure.
@NullMarked
package org.huying.suggest.text;

import org.jspecify.annotations.NullMarked;
