package org.huying.gateway.device;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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

    /// By what it alarms: the rule of its topic, or the first of its kind that says so.
    Optional<Plan.Alarm> alarm(Plan plan) {
        return said(plan, Plan.Rule::alarm);
    }

    /// How long it may be silent, in the same way.
    Optional<Plan.Lost> lost(Plan plan) {
        return said(plan, Plan.Rule::lost);
    }

    private <T> Optional<T> said(Plan plan, Function<Plan.Rule, Optional<T>> part) {
        return plan.rules().stream()
                .filter(it -> it.topic().fits(stand.topic()).isPresent())
                .findFirst()
                .flatMap(part)
                .or(() ->
                        plan.rules().stream()
                                .filter(it -> it.kind() == kind)
                                .flatMap(it -> part.apply(it).stream())
                                .findFirst());
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
