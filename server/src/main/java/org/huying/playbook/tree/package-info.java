/// The YAML tree of a playbook, in which every value knows its file, line and column.
@NamedInterface("tree")
@NullMarked
package org.huying.playbook.tree;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
