package org.huying.gateway.device;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.huying.database.Ids;
import org.huying.gateway.device.Device.Filed;
import org.huying.gateway.device.Judge.Verdict;
import org.huying.gateway.device.Watch.Turn;
import org.huying.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes in what devices say: each message once, of each device in order, and whatever it comes to in the same transaction.
@Service
class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final Duration STRAYED = Duration.ofHours(1);

    /// What a message came to. The words are public; add, never rename.
    enum Outcome {
        TAKEN,
        /// It was taken before.
        REPEATED,
        /// It cannot be read by the file.
        UNREAD,
        /// No such device is registered.
        STRANGE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param turn what was told
    /// @param matter the one that the device has, if any
    /// @param clock its time cannot be right
    record Taken(Outcome outcome, Turn turn, Optional<Filed> matter, boolean clock) {

        static Taken nothing(Outcome outcome, Optional<Filed> matter) {
            return new Taken(outcome, Turn.NONE, matter, false);
        }
    }

    private final Devices devices;
    private final Telling telling;
    private final Losing losing;
    private final Tally tally;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Intake(
            Devices devices,
            Telling telling,
            Losing losing,
            Tally tally,
            TransactionTemplate transaction,
            @Qualifier("wallClock") Clock clock) {
        this.devices = devices;
        this.telling = telling;
        this.losing = losing;
        this.tally = tally;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// One message. When it returns, everything it came to is stored; when it throws, nothing is.
    Taken take(Connection connection, String topic, String body) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return switch (Heard.of(connection.plan(), topic, body, now)) {
            case Heard.Wrong wrong -> {
                tally.unread(connection, topic + " " + wrong.word(), now);
                yield Taken.nothing(Outcome.UNREAD, Optional.empty());
            }
            case Heard.Read read -> taken(connection, topic, read, now);
        };
    }

    private Taken taken(Connection connection, String topic, Heard.Read read, Instant now) {
        Taken taken;
        try {
            taken = within(connection, topic, read, now, true);
        } catch (ProblemException e) {
            LOG.warn(
                    "No matter could be opened for {} of {}: {}",
                    read.device(),
                    connection.key(),
                    e.getMessage());
            taken = within(connection, topic, read, now, false);
        } catch (
                DataIntegrityViolationException
                        e) { // it would never be stored, however often it came
            LOG.error("A message of {} cannot be stored", connection.key(), e);
            tally.unread(connection, topic + " unfit", now);
            return Taken.nothing(Outcome.UNREAD, Optional.empty());
        }
        if (taken.outcome() == Outcome.STRANGE) {
            tally.strange(connection, read.device(), now);
        } else {
            tally.heard(connection, now);
        }
        if (taken.clock()) {
            tally.unread(connection, read.device() + " clock", now);
        }
        return taken;
    }

    private Taken within(
            Connection connection, String topic, Heard.Read read, Instant now, boolean may) {
        return Objects.requireNonNull(
                transaction.execute(_ ->
                        devices.lock(connection.region(), connection.key(), read.device())
                                .map(it -> heard(connection, it, read, new Moment(topic, now, may)))
                                .orElseGet(
                                        () -> Taken.nothing(Outcome.STRANGE, Optional.empty()))));
    }

    private record Moment(String topic, Instant now, boolean may) {}

    private Taken heard(Connection connection, Device device, Heard.Read read, Moment moment) {
        var id = Ids.next();
        var message = read.message().orElse(id.toString());
        if (!devices.fresh(device, message, id, read, moment.now())) {
            return Taken.nothing(Outcome.REPEATED, device.stand().matter());
        }
        var found = losing.found(connection, device, moment.now(), moment.may());
        var verdict =
                read.rule()
                        .alarm()
                        .map(it -> Judge.of(it, read.values(), read.at()))
                        .orElse(Verdict.NONE);
        var told = judged(connection, found, read, verdict, message, moment);
        var next = silent(connection, found, read, moment.now());
        devices.stand(
                found.with(
                        found.stand()
                                .heard(
                                        moment.topic(),
                                        read,
                                        verdict.on(),
                                        next,
                                        moment.now(),
                                        told)));
        return new Taken(Outcome.TAKEN, told.turn(), told.matter(), strays(device, read, moment));
    }

    /// Its clock is far off, or was set back: for an hour nothing it said was later than what it had said before.
    private static boolean strays(Device device, Heard.Read read, Moment moment) {
        var latest = device.stand().watch().heard();
        return !read.believed()
                || (read.at().isBefore(latest) && latest.isBefore(moment.now().minus(STRAYED)));
    }

    /// When it counts as lost. What comes under a topic that may be silent prolongs what another topic asks of it.
    private static Optional<Instant> silent(
            Connection connection, Device device, Heard.Read read, Instant now) {
        var stand = device.stand();
        boolean watched = stand.seen().isPresent() && stand.silent().isPresent();
        return read.rule()
                .lost()
                .or(() -> watched ? device.lost(connection.plan()) : Optional.empty())
                .map(it -> now.plus(it.after()));
    }

    private Telling.Told judged(
            Connection connection,
            Device device,
            Heard.Read read,
            Verdict verdict,
            String message,
            Moment moment) {
        var stand = device.stand();
        if (!verdict.speaks()) {
            return new Telling.Told(stand.watch(), stand.due(), stand.matter(), Turn.NONE);
        }
        var alarm = read.rule().alarm().orElseThrow();
        var step = Judge.step(alarm, stand, verdict, read.at());
        return telling.tell(
                new Telling.Taking(
                        connection,
                        device,
                        alarm,
                        step,
                        read.values(),
                        read.at(),
                        moment.now(),
                        message,
                        moment.may()));
    }
}
