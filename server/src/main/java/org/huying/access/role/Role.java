package org.huying.access.role;

import java.util.Optional;
import java.util.Set;
import org.huying.access.Caller;

/// A named set of permissions. `holders` are the kinds of accounts that may be given it; `sampleOnly` roles are not
/// for production.
public record Role(
        String key,
        String nameZh,
        String nameEn,
        Set<String> permissions,
        Set<Caller.Kind> holders,
        boolean secondFactor,
        boolean admin,
        boolean sampleOnly,
        Optional<Sphere> sphere,
        boolean builtIn) {

    public Role {
        permissions = Set.copyOf(permissions);
        holders = Set.copyOf(holders);
    }

    /// A role that a place made for itself.
    static Role custom(String key, String nameZh, String nameEn, Set<String> permissions) {
        return new Role(
                key,
                nameZh,
                nameEn,
                permissions,
                Set.of(Caller.Kind.STAFF, Caller.Kind.MACHINE),
                false,
                false,
                false,
                Optional.empty(),
                false);
    }
}
