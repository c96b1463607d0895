/// What has been learned: the tables of the module and the consumer that fills them.
@NullMarked
package org.huying.suggest.store;

import org.jspecify.annotations.NullMarked;
