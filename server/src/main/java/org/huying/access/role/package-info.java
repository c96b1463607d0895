/// Roles as data: the built-in ones from a file, a place's own from the table, and who may hold what.
@NamedInterface("role")
@NullMarked
package org.huying.access.role;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
