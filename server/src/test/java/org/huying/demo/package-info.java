@NullMarked
package org.huying.demo;

import org.jspecify.annotations.NullMarked;
