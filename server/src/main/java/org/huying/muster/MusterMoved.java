package org.huying.muster;

import java.time.Instant;
import java.util.UUID;
import org.huying.eventlog.Fact;

/// Teams were called out, or it is over. Stored in the event log: add fields, never rename or remove one.
///
/// @param act `call` or `end`
/// @param title who is called and where to
public record MusterMoved(String region, UUID subject, String act, String title, Instant at)
        implements Fact {

    public static final String KIND = "muster.moved";

    @Override
    public String kind() {
        return KIND;
    }
}
