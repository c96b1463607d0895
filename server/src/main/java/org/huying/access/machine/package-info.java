/// Machines that call the API: how much each may ask for, and how much it did.
@NullMarked
package org.huying.access.machine;

import org.jspecify.annotations.NullMarked;
