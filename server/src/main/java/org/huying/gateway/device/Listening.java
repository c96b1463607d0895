package org.huying.gateway.device;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.huying.gateway.device.Connection.State;
import org.huying.gateway.device.Lines.Ref;
import org.huying.gateway.device.Plan.Means.Mqtt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Keeps the lines of this node open: of each connection one node listens at a time, and another one takes over when it says
/// nothing for half a minute. Two that listen for a moment do no harm: each message is taken once.
@Component
class Listening implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
    private static final long EVERY = 5;

    /// How a line says that it stands.
    private record Stand(State state, Optional<String> error) {}

    /// @param fingerprint of the connection when it was opened
    /// @param stand what the line said last; nothing before it is connected or fails to
    /// @param stuck why the latest message cannot be stored; nothing where it was
    private record Open(
            Line line,
            String fingerprint,
            AtomicReference<@Nullable Stand> stand,
            AtomicReference<@Nullable String> stuck) {}

    private final UUID node = UUID.randomUUID();
    private final Map<Ref, Open> open = new HashMap<>();
    private final Connections connections;
    private final Lines lines;
    private final Intake intake;
    private final Tally tally;
    private final Clock clock;
    private final boolean listens;
    private volatile Instant looked = Instant.EPOCH;
    private boolean holds;
    private @Nullable ScheduledExecutorService timer;

    Listening(
            Connections connections,
            Lines lines,
            Intake intake,
            Tally tally,
            @Qualifier("wallClock") Clock clock,
            DeviceSettings settings) {
        this.connections = connections;
        this.lines = lines;
        this.intake = intake;
        this.tally = tally;
        this.clock = clock;
        this.listens = settings.listens();
    }

    /// Opens what this node holds and is not open, anew where something changed, and closes everything else.
    synchronized void round() {
        tally.flush();
        var held = lines.hold(node, clock.instant());
        holds = !held.isEmpty();
        var wanted = new HashSet<Ref>();
        for (var connection : connections.everywhere()) {
            var ref = Ref.of(connection);
            if (!(connection.plan().means() instanceof Mqtt mqtt) || connection.paused()) {
                lines.stands(ref, State.IDLE, Optional.empty(), clock.instant());
            } else if (connection.lacksPassword()) {
                lines.stands(ref, State.DOWN, Optional.of("no password"), clock.instant());
            } else if (held.contains(ref)) {
                wanted.add(ref);
                keep(ref, connection, mqtt);
                write(ref);
            }
        }
        open.keySet().stream().filter(it -> !wanted.contains(it)).toList().forEach(this::close);
    }

    private void keep(Ref ref, Connection connection, Mqtt mqtt) {
        var before = open.get(ref);
        if (before != null && before.fingerprint().equals(connection.fingerprint())) {
            return;
        }
        close(ref);
        var stand = new AtomicReference<@Nullable Stand>();
        var stuck = new AtomicReference<@Nullable String>();
        var line =
                MqttLine.open(
                        mqtt,
                        connection.password(),
                        new Ear((topic, body) -> take(connection, topic, body, stuck)),
                        (up, error) -> stand.set(new Stand(up ? State.UP : State.DOWN, error)));
        open.put(ref, new Open(line, connection.fingerprint(), stand, stuck));
    }

    private void take(
            Connection connection,
            String topic,
            String body,
            AtomicReference<@Nullable String> stuck) {
        try {
            intake.take(connection, topic, body);
            stuck.set(null);
        } catch (RuntimeException e) {
            stuck.set("not stored: " + topic + " " + e.getClass().getSimpleName());
            throw e;
        }
    }

    /// A line that waits for a message to be stored is as good as down: nothing else comes over it.
    private void write(Ref ref) {
        var known = open.get(ref);
        var stand = known == null ? null : known.stand().get();
        if (known != null && stand != null) {
            var stuck = Optional.ofNullable(known.stuck().get());
            lines.stands(
                    ref,
                    stuck.isPresent() ? State.DOWN : stand.state(),
                    stand.error().or(() -> stuck),
                    clock.instant());
        }
    }

    private void close(Ref ref) {
        var before = open.remove(ref);
        if (before != null) {
            before.line().close();
        }
    }

    private void safely() {
        try {
            round();
            looked = clock.instant();
        } catch (RuntimeException e) {
            LOG.warn("The lines of devices could not be looked after: {}", e.getMessage());
            letGo();
        }
    }

    /// Another node has taken over by now: it would be driven out of its line again and again.
    private synchronized void letGo() {
        if (looked.plus(Lines.LEASE).isBefore(clock.instant())) {
            open.keySet().stream().toList().forEach(this::close);
        }
    }

    @Override
    public synchronized void start() {
        if (timer == null && listens) {
            var started =
                    Executors.newSingleThreadScheduledExecutor(
                            Thread.ofVirtual().name("devices").factory());
            var _ = started.scheduleWithFixedDelay(this::safely, EVERY, EVERY, TimeUnit.SECONDS);
            timer = started;
        }
    }

    @Override
    public void stop() {
        var running = stopped();
        if (running != null) {
            running.close();
            ended();
        }
    }

    private synchronized @Nullable ScheduledExecutorService stopped() {
        var running = timer;
        timer = null;
        return running;
    }

    /// Closes everything, and lets others have it at once.
    synchronized void ended() {
        open.keySet().stream().toList().forEach(this::close);
        if (holds) {
            lines.release(node, clock.instant());
            holds = false;
        }
        tally.flush();
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }
}
