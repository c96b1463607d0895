package org.huying.gateway.device;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.huying.gateway.device.Plan.Lost;
import org.springframework.stereotype.Component;

/// Devices that say nothing for too long, one matter each, and what is said when they speak again. Runs inside the
/// transaction of whoever asks.
@Component
class Losing {

    private final Filing filing;
    private final Alarms alarms;

    Losing(Filing filing, Alarms alarms) {
        this.filing = filing;
        this.alarms = alarms;
    }

    /// It has been silent for too long; empty where no matter may be opened for it now.
    Optional<Device> lost(Connection connection, Device device, Lost lost, Instant now) {
        var joins = device.stand().lost().filter(it -> filing.open(device.region(), it));
        if (joins.isEmpty() && alarms.full(device, true, connection.plan().perHour(), now)) {
            return Optional.empty();
        }
        var key = "lost " + device.stand().silent().orElse(now);
        var said =
                new Filing.Said(
                        device,
                        lost.words(),
                        device.stand().values(),
                        device.stand().seen().orElse(now));
        joins.ifPresent(it -> filing.add(connection, device, it, "又没有消息了，" + silence(lost), key));
        var filed = joins.orElseGet(() -> filing.open(connection, said, false, key));
        alarms.add(
                device,
                new Alarms.Told(
                        "lost", now, device.stand().values(), Optional.of(filed), joins.isEmpty()),
                now);
        return Optional.of(device.with(device.stand().lost(now, filed)));
    }

    /// It spoke: if it was lost, it is no more.
    ///
    /// @param may the matter of its loss is told
    Device found(Connection connection, Device device, Instant now, boolean may) {
        if (device.stand().offline().isEmpty()) {
            return device;
        }
        var key = "found " + device.stand().offline().get();
        device.stand()
                .lost()
                .filter(it -> may && filing.open(device.region(), it))
                .ifPresent(it -> filing.add(connection, device, it, "设备恢复，又有消息了", key));
        alarms.add(
                device,
                new Alarms.Told(
                        "found", now, device.stand().values(), device.stand().lost(), false),
                now);
        return device.with(device.stand().found());
    }

    private static String silence(Lost lost) {
        return "超过 " + spoken(lost.after());
    }

    private static String spoken(Duration span) {
        return span.toHours() > 0 ? span.toHours() + " 小时" : span.toMinutes() + " 分钟";
    }
}
