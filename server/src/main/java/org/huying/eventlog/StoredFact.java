package org.huying.eventlog;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// A fact as it stands in the log. `facts` holds the components of the record that was appended.
public record StoredFact(
        String region, UUID id, String kind, UUID subject, JsonNode facts, Instant at) {}
