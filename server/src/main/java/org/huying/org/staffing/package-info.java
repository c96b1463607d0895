/// Where people are missing: what the quotas ask for against who holds a post.
@NamedInterface("staffing")
@NullMarked
package org.huying.org.staffing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
