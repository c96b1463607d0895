package org.huying.gateway.device;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.GeoPoint;
import org.huying.territory.TerritoryCode;

/// A device of the register.
///
/// @param key within its connection
/// @param link where a camera point leads to; https, of a host that the connection names
/// @param muted nothing is raised before
record Device(
        String region,
        UUID id,
        String connection,
        String key,
        DeviceKind kind,
        String name,
        String place,
        Optional<TerritoryCode> area,
        Optional<GeoPoint> point,
        Optional<String> link,
        Optional<Instant> muted,
        String mutedWhy,
        Standing stand) {

    /// @param number what people call it
    record Filed(UUID id, String number) {}

    /// By what its messages are read: the rule of its latest topic, or the first of its kind.
    Optional<Plan.Rule> rule(Plan plan) {
        return plan.rules().stream()
                .filter(it -> it.topic().fits(stand.topic()).isPresent())
                .findFirst()
                .or(() -> plan.rules().stream().filter(it -> it.kind() == kind).findFirst());
    }

    boolean muted(Instant at) {
        return muted.filter(at::isBefore).isPresent();
    }

    Device with(Standing next) {
        return new Device(
                region,
                id,
                connection,
                key,
                kind,
                name,
                place,
                area,
                point,
                link,
                muted,
                mutedWhy,
                next);
    }
}
