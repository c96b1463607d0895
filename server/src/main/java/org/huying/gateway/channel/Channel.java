package org.huying.gateway.channel;

import java.util.List;
import java.util.Optional;
import org.huying.gateway.sending.Secrets;

/// A channel of a county.
///
/// @param paused why nothing is sent at present: `manual` or `failing`
/// @param failures attempts that failed one after the other
record Channel(
        String region,
        String key,
        long version,
        String text,
        Plan plan,
        Secrets secrets,
        Optional<String> paused,
        int failures) {

    static final String MANUAL = "manual";
    static final String FAILING = "failing";

    /// Names of the secrets that are still to be entered.
    List<String> lacks() {
        return plan.means().needs().stream()
                .filter(it -> secrets.find(it).isEmpty())
                .sorted()
                .toList();
    }
}
