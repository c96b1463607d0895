/// The days that a county has entered: stored, kept in memory, changed over the API.
@NullMarked
package org.huying.calendar.days;

import org.jspecify.annotations.NullMarked;
