@NullMarked
package org.huying.playbook.tree;

import org.jspecify.annotations.NullMarked;
