/// What is wrong with a playbook, in plain words and with its place.
@NamedInterface("check")
@NullMarked
package org.huying.playbook.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
