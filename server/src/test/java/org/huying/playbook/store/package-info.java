@NullMarked
package org.huying.playbook.store;

import org.jspecify.annotations.NullMarked;
