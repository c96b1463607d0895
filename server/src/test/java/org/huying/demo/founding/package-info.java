@NullMarked
package org.huying.demo.founding;

import org.jspecify.annotations.NullMarked;
