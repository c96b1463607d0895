package org.huying.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huying.eventlog.Fact;

/// Somebody has been told something: one fact for all that was told at once. Stored in the event log: add fields, never
/// rename or remove one.
///
/// @param subject the first of the notices
/// @param recipients the inboxes that hold something new, each once
/// @param notices what is new in them; older facts do not say it
public record NoticesTold(
        String region, UUID subject, List<UUID> recipients, List<UUID> notices, Instant at)
        implements Fact {

    public static final String KIND = "notice.told";

    @Override
    public String kind() {
        return KIND;
    }
}
