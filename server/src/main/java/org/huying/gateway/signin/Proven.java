package org.huying.gateway.signin;

import java.util.Optional;

/// Whom a provider has proven.
///
/// @param account the account id there
/// @param idToken what the provider wants to see when the session ends there too
record Proven(String account, Optional<String> idToken) {

    /// Neither shows up in logs.
    @Override
    public String toString() {
        return "Proven";
    }
}
