/// Huying (呼应): a platform for grassroots governance. Every direct sub-package is a module; see docs/decisions.
@NullMarked
package org.huying;

import org.jspecify.annotations.NullMarked;
