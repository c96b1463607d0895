package org.huying.gateway.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huying.gateway.sending.Secrets;

/// A provider of a county.
///
/// @param okAt when it last proved somebody
/// @param error what last went wrong on its side
record Provider(
        String region,
        String key,
        long version,
        String text,
        Plan plan,
        Secrets secrets,
        Optional<Instant> okAt,
        Optional<Trouble> error) {

    record Trouble(String what, Instant at) {}

    /// Names of the secrets that are still to be entered.
    List<String> lacks() {
        return plan.way().needs().stream()
                .filter(it -> secrets.find(it).isEmpty())
                .sorted()
                .toList();
    }

    /// By which what was learned of it is kept: a change of the file or of a secret forgets it.
    String mark() {
        return region + " " + key + " " + version;
    }

    /// Whether its button may be shown: it can be asked, and people can go there by themselves.
    boolean offered() {
        return lacks().isEmpty()
                && switch (plan.way()) {
                    case Way.Oidc _ -> true;
                    case Way.OneCode code -> code.start().isPresent();
                };
    }
}
