package org.huying.matter;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Those who asked, for the modules that tell them something outside the app.
public interface Requesters {

    /// The matter of this number, for whoever holds the secret by which it is followed; empty for everybody else.
    Optional<UUID> matter(String region, String number, String secret);

    /// The telephone numbers that came with these matters, in plain, to write to and to forget; what has none, or none that
    /// can be opened, is missing from the answer.
    Map<UUID, String> phones(String region, Collection<UUID> matters);
}
