package org.huying.gateway.device;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.huying.gateway.device.Connection.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What happens to devices when nothing is said: phases end, what was held back is tried again, the silent count as lost,
/// and a line that stays down is told of.
@Component
class Rounds {

    /// A line must have stood for so long before silence counts, and be down for so long before it is told of.
    static final Duration STOOD = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofDays(2);

    private final Devices devices;
    private final Connections connections;
    private final Lines lines;
    private final Telling telling;
    private final Losing losing;
    private final Filing filing;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Rounds(
            Devices devices,
            Connections connections,
            Lines lines,
            Telling telling,
            Losing losing,
            Filing filing,
            TransactionTemplate transaction,
            @Qualifier("wallClock") Clock clock) {
        this.devices = devices;
        this.connections = connections;
        this.lines = lines;
        this.telling = telling;
        this.losing = losing;
        this.filing = filing;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Until nothing is due, or enough for one turn.
    void round() {
        var end = clock.instant().plus(TURN);
        connections.everywhere().forEach(this::line);
        while (clock.instant().isBefore(end)) {
            var now = clock.instant();
            var due = devices.due(now);
            var silent = devices.silent(now, now.minus(STOOD));
            if (due.isEmpty() && silent.isEmpty()) {
                return;
            }
            due.forEach(it -> safely(it, this::waited, devices::dueLater));
            silent.forEach(it -> safely(it, this::lost, devices::silentLater));
        }
    }

    void forget() {
        devices.forgetReadings(clock.instant().minus(KEPT));
    }

    private void safely(
            Devices.Ref ref,
            BiConsumer<Device, Instant> step,
            BiConsumer<Devices.Ref, Instant> later) {
        var now = clock.instant();
        try {
            transaction.executeWithoutResult(
                    _ -> devices.lock(ref).ifPresent(it -> step.accept(it, now)));
        } catch (RuntimeException e) { // one of them must not keep the others from their turn
            LOG.warn("No turn could be taken for device {}: {}", ref.id(), e.getMessage());
            later.accept(ref, now.plus(Telling.AGAIN));
        }
    }

    private void waited(Device device, Instant now) {
        if (device.stand().due().filter(it -> !it.isAfter(now)).isEmpty()) { // somebody was faster
            return;
        }
        var connection = connections.find(device.region(), device.connection());
        var alarm = connection.flatMap(it -> device.alarm(it.plan()));
        if (alarm.isEmpty()) { // the file has changed since
            devices.dueLater(
                    new Devices.Ref(device.region(), device.id()), now.plus(Duration.ofHours(1)));
            return;
        }
        var watch = device.stand().watch();
        var told =
                telling.tell(
                        new Telling.Taking(
                                connection.get(),
                                device,
                                alarm.get(),
                                watch.waited(now),
                                device.stand().values(),
                                watch.held() ? watch.since() : watch.heard(),
                                now,
                                watch.phase() + " " + watch.since(),
                                true));
        devices.stand(device.with(device.stand().waited(told)));
    }

    private void lost(Device device, Instant now) {
        var ref = new Devices.Ref(device.region(), device.id());
        if (device.stand().offline().isPresent()
                || device.stand().silent().filter(it -> !it.isAfter(now)).isEmpty()) {
            return;
        }
        var connection = connections.find(device.region(), device.connection());
        var lost = connection.flatMap(it -> device.lost(it.plan()));
        Optional<Device> gone =
                lost.isEmpty()
                        ? Optional.empty()
                        : losing.lost(connection.orElseThrow(), device, lost.get(), now);
        var again = lost.isEmpty() ? KEPT : Telling.AGAIN;
        gone.ifPresentOrElse(devices::stand, () -> devices.silentLater(ref, now.plus(again)));
    }

    /// One matter for the line itself, however many devices it silences.
    private void line(Connection it) {
        var line = it.line();
        var now = clock.instant();
        boolean down =
                line.state() == State.DOWN
                        && line.held(now)
                        && !line.since().isAfter(now.minus(STOOD));
        try {
            if (down && !it.paused() && line.lost().isEmpty()) {
                transaction.executeWithoutResult(_ -> told(it));
            } else if (line.lost().isPresent() && stands(it)) {
                transaction.executeWithoutResult(_ -> back(it, line.lost().get()));
            }
        } catch (RuntimeException e) { // one of them must not keep the others from their turn
            LOG.warn("The line of {} could not be told of: {}", it.key(), e.getMessage());
        }
    }

    /// A line to a broker that is paused, or has not been connected since, is idle: nobody knows whether it would stand.
    private static boolean stands(Connection it) {
        return switch (it.line().state()) {
            case UP -> true;
            case IDLE -> !(it.plan().means() instanceof Plan.Means.Mqtt);
            case DOWN -> false;
        };
    }

    private void told(Connection it) {
        var title = "设备连接中断：" + it.plan().name().zh();
        var text = title + "。" + it.line().error().orElse("") + "\n中断期间收不到设备的消息，请检查网络和服务器。";
        var filed = filing.open(it, title, text, "down " + it.line().since());
        lines.lost(Lines.Ref.of(it), Optional.of(filed));
    }

    private void back(Connection it, Device.Filed filed) {
        if (filing.open(it.region(), filed)) {
            filing.add(it, filed, "连接已恢复", "up " + it.line().since());
        }
        lines.lost(Lines.Ref.of(it), Optional.empty());
    }

    /// When the scheduler goes round.
    @Configuration(proxyBeanMethods = false)
    static class Times {
        @Bean
        @ConditionalOnProperty(name = "huying.devices.listens", matchIfMissing = true)
        RecurringTask<Void> deviceRounds(Rounds rounds) {
            return Tasks.recurring("gateway-devices", FixedDelay.of(Duration.ofSeconds(10)))
                    .execute((_, _) -> rounds.round());
        }

        @Bean
        @ConditionalOnProperty(name = "huying.devices.listens", matchIfMissing = true)
        RecurringTask<Void> deviceHousekeeping(Rounds rounds) {
            return Tasks.recurring("gateway-devices-old", FixedDelay.of(Duration.ofHours(1)))
                    .execute((_, _) -> rounds.forget());
        }
    }
}
