package org.huying.org;

import java.util.Optional;
import java.util.UUID;

/// Who answers for an item at a place, and why. `person` is set when a post on the territory is held by somebody now.
///
/// @param rule a stable word for the rule that decided: `post`, `duty-list`, `fallback`
/// @param reason the same in plain Chinese, shown to people
public record Responsible(
        UUID unit, String unitName, Optional<UUID> person, String rule, String reason) {}
