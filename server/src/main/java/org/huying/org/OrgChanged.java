package org.huying.org;

import java.time.Instant;
import java.util.UUID;
import org.huying.eventlog.Fact;

/// Organisations, posts, their holders or duties of a region have changed. Stored in the event log: add fields, never
/// rename or remove one.
///
/// @param subject the first row concerned
/// @param act `organisations`, `posts`, `tenures`, `duties`, `teams` or `rosters`
public record OrgChanged(String region, UUID subject, String act, Instant at) implements Fact {

    public static final String KIND = "org.changed";

    @Override
    public String kind() {
        return KIND;
    }
}
