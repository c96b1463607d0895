@NullMarked
package org.huying.playbook;

import org.jspecify.annotations.NullMarked;
