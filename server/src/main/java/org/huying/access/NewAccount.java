package org.huying.access;

import java.util.List;
import java.util.Optional;

/// An account to be made. Without a password it can only be used through sessions and tokens that the program opens, or
/// after somebody set a password.
///
/// @param region home region, 6 digits
/// @param login unique within the region: 2 to 40 of a–z, 0–9, `.`, `_`, `-`
/// @param kind `STAFF` or `MACHINE`
/// @param mustChangePassword whether the password must be changed before anything else
public record NewAccount(
        String region,
        String login,
        String name,
        Caller.Kind kind,
        Optional<String> password,
        boolean mustChangePassword,
        List<NewGrant> grants) {

    public NewAccount {
        grants = List.copyOf(grants);
    }
}
