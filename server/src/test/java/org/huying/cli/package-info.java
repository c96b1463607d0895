@NullMarked
package org.huying.cli;

import org.jspecify.annotations.NullMarked;
