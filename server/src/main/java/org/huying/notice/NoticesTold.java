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
public record NoticesTold(String region, UUID subject, List<UUID> recipients, Instant at)
        implements Fact {

    public static final String KIND = "notice.told";

    @Override
    public String kind() {
        return KIND;
    }
}
