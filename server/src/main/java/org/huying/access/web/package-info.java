/// The web shell: who calls, what a handler permits, limits, and access over HTTP.
@NullMarked
package org.huying.access.web;

import org.jspecify.annotations.NullMarked;
