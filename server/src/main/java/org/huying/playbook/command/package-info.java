/// The playbook on the command line.
@NullMarked
package org.huying.playbook.command;

import org.jspecify.annotations.NullMarked;
