/// The HTTP edge of the module.
@NullMarked
package org.huying.suggest.web;

import org.jspecify.annotations.NullMarked;
