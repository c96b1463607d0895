package org.huying.matter;

import java.time.Instant;

/// Gives matters their numbers.
interface Numbering {

    /// The next number after `pattern`, such as `{region}-{yyMMdd}-{seq:5}`, of the day of that moment.
    String next(String pattern, String region, Instant at);
}
