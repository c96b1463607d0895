/// Measures Huying: starts a server of its own on data of its own, drives it over HTTP as its users do, and prints what
/// it did as one JSON object or a table.
@NullMarked
package org.huying.bench;

import org.jspecify.annotations.NullMarked;
