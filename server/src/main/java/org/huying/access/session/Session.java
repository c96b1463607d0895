package org.huying.access.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Given;

/// A signed-in caller for as long as nobody ends it. `roles` are the keys of the roles held now, whether or not a
/// restriction withholds their permissions.
///
/// @param region the home region of the account and of this row
/// @param expires empty for API tokens without an end
/// @param idle empty for API tokens
@Given
public record Session(
        Token token,
        UUID id,
        String region,
        Caller caller,
        List<String> roles,
        Restriction restriction,
        Instant createdAt,
        Instant lastSeen,
        Optional<Instant> expires,
        Optional<Duration> idle) {

    boolean liveAt(Instant now) {
        return expires.map(now::isBefore).orElse(true)
                && idle.map(lastSeen::plus).map(now::isBefore).orElse(true);
    }
}
