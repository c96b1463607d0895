/// The closed loop as pure code: states, commands, what may follow what, clocks, and how history is linked. No database,
/// no web, no clock of its own. Start at [org.huying.matter.loop.Transitions].
@NullMarked
package org.huying.matter.loop;

import org.jspecify.annotations.NullMarked;
