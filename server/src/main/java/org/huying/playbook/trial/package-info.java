/// A playbook tried out in memory: a small town, ten typical requests. Pure.
@NullMarked
package org.huying.playbook.trial;

import org.jspecify.annotations.NullMarked;
