/// Changing organisations, posts, their holders and the duty list.
@NamedInterface("edit")
@NullMarked
package org.huying.org.edit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
