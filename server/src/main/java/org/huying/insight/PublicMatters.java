package org.huying.insight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.GeoPoint;
import org.huying.territory.TerritoryCode;

/// The list of matters for everybody: of the items that may be shown, without anybody's words, and never one that its
/// requester wants hidden.
public interface PublicMatters {

    /// The most lines one question may ask for, skipped ones included.
    int MOST = 10_000;

    /// What is asked for.
    ///
    /// @param place the county, or one of its streets
    /// @param items those that may be shown; none of them, no lines
    /// @param open only open ones, or only those that are not; empty for both
    /// @param from inclusive, as `to` is exclusive, of the time of the report
    /// @param after only what comes behind this one in the list
    record Question(
            TerritoryCode place,
            List<String> items,
            Optional<Boolean> open,
            Instant from,
            Instant to,
            Optional<Key> after,
            int skip,
            int limit) {}

    /// Where a matter stands in the list.
    record Key(Instant reportedAt, UUID id) {}

    /// A matter without anybody's words.
    ///
    /// @param area where it lies; the county itself while the place is unknown
    /// @param changedAt when it was closed, of one that is
    record Line(
            UUID id,
            String number,
            String state,
            boolean open,
            String item,
            TerritoryCode area,
            Optional<GeoPoint> point,
            Optional<UUID> unit,
            Instant reportedAt,
            Instant changedAt,
            Optional<Instant> wholeDue) {}

    /// Newest first.
    List<Line> newest(Question question);
}
