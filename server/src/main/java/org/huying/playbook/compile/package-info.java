/// From the merged tree to the immutable playbook.
@NullMarked
package org.huying.playbook.compile;

import org.jspecify.annotations.NullMarked;
