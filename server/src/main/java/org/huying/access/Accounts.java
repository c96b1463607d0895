package org.huying.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The register of accounts for other modules of this program. It asks for no permission: whoever calls it answers for
/// that. The rules of roles and of passwords hold all the same, and refusals are problems.
public interface Accounts {

    /// Makes an account with its grants and answers its id. Refuses a login that is taken.
    UUID create(NewAccount account);

    /// The same for many of one region in few statements; all or none. Equal passwords are hashed once.
    List<UUID> createAll(List<NewAccount> accounts);

    /// The id of the account with this login.
    Optional<UUID> byLogin(String region, String login);

    /// The accounts with these logins, by login; those that are unknown are missing from the answer.
    Map<String, Named> byLogins(String region, Collection<String> logins);

    /// An account and what its holder is called.
    record Named(UUID id, String name) {}

    /// Makes sure that a resident with this phone is known, and answers the id.
    UUID resident(String region, String phone, Optional<String> name);

    /// A session without signing in, for an account or a resident; answers the token's text. A second factor is not asked.
    String openSession(UUID account, String region);

    /// An API token that ends at `expires`, or never; answers its text, which is shown once.
    String issueToken(UUID account, String region, String name, Optional<Instant> expires);

    /// When somebody who signed in was last seen in this account; sessions that this program opened do not count. A
    /// minute or so behind.
    Optional<Instant> lastSeen(String region, UUID account);

    /// Names of accounts by id; ids that are unknown (and residents) are missing from the answer.
    Map<UUID, String> names(String region, Collection<UUID> accounts);
}
