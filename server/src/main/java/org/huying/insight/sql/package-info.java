/// The statements behind the lists, pure text and parameters, so that a bench can run the very same ones.
@NamedInterface("sql")
@NullMarked
package org.huying.insight.sql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
