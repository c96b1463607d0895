/// The lists, search and counters over HTTP.
@NullMarked
package org.huying.insight.web;

import org.jspecify.annotations.NullMarked;
