package org.huying.gateway.device;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.huying.database.Ids;
import org.huying.gateway.device.Device.Filed;
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
    record Taken(Outcome outcome, Turn turn, Optional<Filed> matter) {}

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
                yield new Taken(Outcome.UNREAD, Turn.NONE, Optional.empty());
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
            return new Taken(Outcome.UNREAD, Turn.NONE, Optional.empty());
        }
        if (taken.outcome() == Outcome.STRANGE) {
            tally.strange(connection, read.device(), now);
        } else {
            tally.heard(connection, now);
        }
        return taken;
    }

    private Taken within(
            Connection connection, String topic, Heard.Read read, Instant now, boolean may) {
        return Objects.requireNonNull(
                transaction.execute(_ ->
                        devices.lock(connection.region(), connection.key(), read.device())
                                .map(it -> heard(connection, it, read, new Moment(topic, now, may)))
                                .orElseGet(() ->
                                        new Taken(Outcome.STRANGE, Turn.NONE, Optional.empty()))));
    }

    private record Moment(String topic, Instant now, boolean may) {}

    private Taken heard(Connection connection, Device device, Heard.Read read, Moment moment) {
        var id = Ids.next();
        var message = read.message().orElse(id.toString());
        if (!devices.fresh(device, message, id, read, moment.now())) {
            return new Taken(Outcome.REPEATED, Turn.NONE, device.stand().matter());
        }
        var found = losing.found(connection, device, moment.now(), moment.may());
        var told = judged(connection, found, read, message, moment);
        devices.stand(found.with(found.stand().heard(moment.topic(), read, moment.now(), told)));
        return new Taken(Outcome.TAKEN, told.turn(), told.matter());
    }

    private Telling.Told judged(
            Connection connection, Device device, Heard.Read read, String message, Moment moment) {
        if (read.rule().alarm().isEmpty()) {
            return new Telling.Told(
                    device.stand().watch(), Optional.empty(), device.stand().matter(), Turn.NONE);
        }
        var alarm = read.rule().alarm().get();
        var verdict = Judge.of(alarm, read.values(), read.at());
        var step =
                device.stand()
                        .watch()
                        .heard(verdict.on(), verdict.off(), read.at(), alarm.timing());
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
