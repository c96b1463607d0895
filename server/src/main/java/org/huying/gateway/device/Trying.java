package org.huying.gateway.device;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.gateway.device.ConnectionController.TryView;
import org.huying.gateway.device.Judge.Verdict;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// Shows what a file makes of a message, by the device as it stands; nothing is stored.
@Component
class Trying {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final Standing FRESH =
            new Standing(
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Optional.empty(),
                    Watch.CALM,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    private final Devices devices;
    private final Clock clock;

    Trying(Devices devices, @Qualifier("wallClock") Clock clock) {
        this.devices = devices;
        this.clock = clock;
    }

    TryView view(Connection connection, String topic, String body) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return switch (Heard.of(connection.plan(), topic, body, now)) {
            case Heard.Wrong wrong -> wrong(wrong.word());
            case Heard.Read read -> read(connection, read);
        };
    }

    private TryView read(Connection connection, Heard.Read read) {
        var known = devices.find(connection.region(), connection.key(), read.device());
        var device = known.orElseGet(() -> stranger(connection, read));
        var alarm = read.rule().alarm();
        var verdict = alarm.map(it -> Judge.of(it, read.values(), read.at())).orElse(Verdict.NONE);
        var step = alarm.map(it -> Judge.step(it, device.stand(), verdict, read.at()));
        var said = alarm.map(it -> new Filing.Said(device, it.words(), read.values(), read.at()));
        return new TryView(
                null,
                connection.plan().rules().indexOf(read.rule()) + 1,
                read.rule().kind().word(),
                read.device(),
                known.map(Device::name).orElse(null),
                read.message().orElse(null),
                ConnectionController.local(read.at()),
                read.battery().orElse(null),
                DeviceViews.readings(read.values()),
                verdict.on(),
                verdict.off(),
                step.map(it -> it.after().phase().name().toLowerCase(Locale.ROOT)).orElse(null),
                step.map(it -> it.turn().name().toLowerCase(Locale.ROOT)).orElse(null),
                said.map(Filing.Said::title).orElse(null),
                said.map(Filing.Said::text).orElse(null));
    }

    private static Device stranger(Connection connection, Heard.Read read) {
        return new Device(
                connection.region(),
                NOBODY,
                connection.key(),
                read.device(),
                read.rule().kind(),
                read.device(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                FRESH);
    }

    private static TryView wrong(String why) {
        return new TryView(
                why, null, null, null, null, null, null, null, List.of(), false, false, null, null,
                null, null);
    }
}
