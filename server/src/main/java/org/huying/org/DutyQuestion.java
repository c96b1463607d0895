package org.huying.org;

import java.time.Instant;
import java.util.Optional;
import org.huying.territory.TerritoryCode;

/// Who answers for this? `post` asks for the holder of one post only; otherwise the duty list decides.
public record DutyQuestion(
        String item, String itemClass, TerritoryCode place, Optional<String> post, Instant at) {}
