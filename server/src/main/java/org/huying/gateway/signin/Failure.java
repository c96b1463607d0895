package org.huying.gateway.signin;

import java.util.Locale;

/// Why a provider did not prove anybody.
enum Failure {
    /// Whoever comes back is not who went, comes back twice, or too late.
    STATE,
    /// The person, or the provider, said no.
    CANCELLED,
    /// The code was used before, is too old, or never was one.
    CODE,
    /// What the provider says of the person does not hold.
    TOKEN,
    /// The provider cannot be reached, or answers with what nobody can read.
    PROVIDER,
    /// Nobody set it up, or its secrets are not entered yet.
    UNREADY;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
