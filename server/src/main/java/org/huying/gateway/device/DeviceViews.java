package org.huying.gateway.device;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Devices as the API shows them.
final class DeviceViews {

    private DeviceViews() {}

    record ReadingView(String name, String value) {}

    /// @param state how it is, the worst first: `alarm`, `offline`, `muted`, `unheard` (it never said anything) or `ok`
    /// @param battery in per cent
    /// @param waits an alarm is held back, or has not lasted long enough yet
    /// @param repeats readings that alarm, since the alarm was raised
    /// @param number of the matter of its latest alarm; `lostNumber` of its latest loss
    record DeviceLine(
            UUID id,
            String connection,
            String key,
            String kind,
            String name,
            String place,
            @Nullable String area,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable String link,
            String state,
            @Nullable OffsetDateTime seenAt,
            List<ReadingView> readings,
            @Nullable Integer battery,
            boolean waits,
            int repeats,
            @Nullable UUID matter,
            @Nullable String number,
            @Nullable UUID lost,
            @Nullable String lostNumber,
            @Nullable OffsetDateTime mutedUntil,
            String mutedWhy) {}

    record DevicePage(List<DeviceLine> items, @Nullable UUID next) {}

    record HeardView(OffsetDateTime at, OffsetDateTime receivedAt, List<ReadingView> readings) {}

    /// @param turn `raised`, `repeated`, `cleared`, `lost`, `found`, `muted` or `unmuted`
    record AlarmView(
            String turn,
            OffsetDateTime at,
            List<ReadingView> readings,
            @Nullable UUID matter,
            @Nullable String number,
            boolean opened) {}

    /// @param heard its latest messages, at most 50; `alarms` what was told of it lately, at most 50
    record DeviceView(DeviceLine device, List<HeardView> heard, List<AlarmView> alarms) {}

    static DeviceLine line(Device it, Instant now) {
        var stand = it.stand();
        return new DeviceLine(
                it.id(),
                it.connection(),
                it.key(),
                it.kind().word(),
                it.name(),
                it.place(),
                it.area().map(a -> a.value()).orElse(null),
                it.point().map(p -> p.lon()).orElse(null),
                it.point().map(p -> p.lat()).orElse(null),
                it.link().orElse(null),
                DeviceLists.State.of(it, now).word(),
                stand.seen().map(ConnectionController::local).orElse(null),
                readings(stand.values()),
                stand.battery().orElse(null),
                stand.watch().phase() == Watch.Phase.RISING,
                stand.watch().repeats(),
                stand.matter().map(Device.Filed::id).orElse(null),
                stand.matter().map(Device.Filed::number).orElse(null),
                stand.lost().map(Device.Filed::id).orElse(null),
                stand.lost().map(Device.Filed::number).orElse(null),
                it.muted().filter(now::isBefore).map(ConnectionController::local).orElse(null),
                it.muted(now) ? it.mutedWhy() : "");
    }

    static HeardView heard(DeviceLists.Reading it) {
        return new HeardView(
                ConnectionController.local(it.at()),
                ConnectionController.local(it.received()),
                readings(it.values()));
    }

    static AlarmView alarm(Alarms.Told it) {
        return new AlarmView(
                it.turn(),
                ConnectionController.local(it.at()),
                readings(it.values()),
                it.matter().map(Device.Filed::id).orElse(null),
                it.matter().map(Device.Filed::number).orElse(null),
                it.opened());
    }

    static List<ReadingView> readings(Map<String, Object> values) {
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(it -> new ReadingView(it.getKey(), Wording.said(it.getValue())))
                .toList();
    }
}
