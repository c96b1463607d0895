/// From the merged tree to the immutable playbook.
@NamedInterface("compile")
@NullMarked
package org.huying.playbook.compile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
