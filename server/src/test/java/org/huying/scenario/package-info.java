@NullMarked
package org.huying.scenario;

import org.jspecify.annotations.NullMarked;
