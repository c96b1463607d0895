/// Sessions and tokens: from the text a request carries to the caller behind it.
@NullMarked
package org.huying.access.session;

import org.jspecify.annotations.NullMarked;
