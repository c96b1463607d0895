@NullMarked
package org.huying.playbook.trial;

import org.jspecify.annotations.NullMarked;
