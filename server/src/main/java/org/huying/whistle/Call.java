package org.huying.whistle;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.GeoPoint;
import org.huying.territory.TerritoryCode;

/// What was said when the whistle was blown. Never changes.
///
/// @param number what people call it by
/// @param rung key of the playbook's level (一级), under the version that is named here
/// @param reason why none of the published list's items fits; empty when there is an item
/// @param evaluated whether the caller rates those who came; of the rung, kept as a fact
record Call(
        String number,
        String playbook,
        int playbookVersion,
        String rung,
        String cause,
        Optional<String> item,
        String reason,
        Optional<Matter> matter,
        boolean emergency,
        String title,
        String text,
        Where where,
        By by,
        boolean evaluated,
        Instant at) {

    /// The matter it was blown for.
    record Matter(UUID id, String number) {}

    /// Where the units are to come.
    record Where(TerritoryCode area, String place, Optional<GeoPoint> point) {}

    /// Who whistled: the account, for a body of the node; for the desk of the node where it has no body.
    record By(Optional<UUID> unit, TerritoryCode node, UUID account, String name) {}
}
