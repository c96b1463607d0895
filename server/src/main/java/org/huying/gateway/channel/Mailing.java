package org.huying.gateway.channel;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.huying.calendar.WorkCalendar;
import org.huying.gateway.sending.Retry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends the letters that are due, never in quiet hours, and only to whom they may still go. What is not clearly taken is tried
/// again, later each time, and given up in the end; a channel that only fails is stopped.
@Component
class Mailing {

    /// About two hours and a half.
    static final int MOST = 10;

    /// So many failures one after the other and the channel is paused.
    static final int MOST_FAILURES = 10;

    /// From so many addressees that messages are refused, it is not the addresses.
    static final int ENOUGH_REFUSED = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Mailing.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration KEPT_IN_SANDBOX = Duration.ofDays(7);
    private static final int AT_ONCE = 50;

    private final Attempts attempts;
    private final Standing standing;
    private final LetterLog log;
    private final Channels channels;
    private final Carrying carrying;
    private final Sandbox sandbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Mailing(
            Attempts attempts,
            Standing standing,
            LetterLog log,
            Channels channels,
            Carrying carrying,
            Sandbox sandbox,
            TransactionTemplate transaction,
            @Qualifier("wallClock") Clock clock) {
        this.attempts = attempts;
        this.standing = standing;
        this.log = log;
        this.channels = channels;
        this.carrying = carrying;
        this.sandbox = sandbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Sends until nothing is due, or enough for one turn: others wait for the thread too.
    void round() {
        var end = clock.instant().plus(TURN);
        while (clock.instant().isBefore(end)) {
            // the database keeps microseconds, and an attempt is known by its time
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var due = attempts.claim(now, LEASE, AT_ONCE);
            if (due.isEmpty()) {
                return;
            }
            send(due);
        }
    }

    void forget() {
        log.forget(clock.instant().minus(KEPT));
        sandbox.forget(clock.instant().minus(KEPT_IN_SANDBOX));
    }

    private void send(List<Due> due) {
        Map<String, Channel> known = new HashMap<>();
        channels.everywhere().forEach(it -> known.put(it.region() + " " + it.key(), it));
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(it -> {
                var channel = known.get(it.region() + " " + it.channel());
                if (channel != null) {
                    senders.execute(() -> send(it, channel));
                }
            });
        }
    }

    private void send(Due due, Channel channel) {
        try {
            var now = clock.instant();
            var at = again(channel.plan().pace(), due, now);
            if (at.isAfter(now)) {
                attempts.putOff(due, at);
                return;
            }
            var left = left(due);
            if (!left.parts().isEmpty()) {
                var carried = carrying.carry(channel, left);
                transaction.executeWithoutResult(_ -> end(left, channel, carried));
            }
        } catch (RuntimeException e) {
            LOG.error("Letter {} was not seen to its end", due.lead(), e);
        }
    }

    /// What of it may still go. Where the letter by whose id it would go falls, the others are taken up again at once, so
    /// that they go by one and the same id however often they are tried.
    private Due left(Due due) {
        var fallen = standing.fallen(due);
        if (fallen.isEmpty()) {
            return due;
        }
        var why = due.quiet().isPresent() ? Standing.NOT_THEIRS : Standing.NOT_WANTED;
        attempts.fallen(due, fallen, why);
        if (fallen.stream().anyMatch(it -> it.id().equals(due.lead()))) {
            attempts.putOff(due, clock.instant());
            return due.without(due.parts());
        }
        return due.without(fallen);
    }

    private void end(Due due, Channel channel, Carrying.Carried carried) {
        var now = clock.instant();
        var plan = channel.plan();
        var next =
                carried.fault()
                        .filter(it -> it.whose() != Fault.Whose.NOBODY)
                        .flatMap(_ -> Retry.after(due.attempts(), MOST, due.lead()))
                        .map(it -> again(plan.pace(), due, now.plus(it)));
        var ended = new Attempts.Ended(carried.fault().map(Fault::error), next, carried.receipt());
        int changed = attempts.ended(due, ended);
        if (changed > 0) {
            count(channel, ended, changed, carried.said(), now);
        }
        if (tooMuch(due, carried.fault())
                && channels.pause(due.region(), due.channel(), Channel.FAILING)) {
            LOG.warn(
                    "Channel {} of {} failed {} times in a row and is paused: {}",
                    due.channel(),
                    due.region(),
                    MOST_FAILURES,
                    ended.error().orElse(""));
        }
    }

    /// Counts how it went with the channel; whether it should stop. What anybody could bring about by an address that is none
    /// does not count.
    private boolean tooMuch(Due due, Optional<Fault> fault) {
        if (fault.isEmpty()) {
            channels.worked(due.region(), due.channel());
            return false;
        }
        return switch (fault.get().whose()) {
            case CHANNEL -> channels.failed(due.region(), due.channel()) >= MOST_FAILURES;
            case ADDRESS ->
                    !due.unproven()
                            && channels.refused(due.region(), due.channel(), due.addressee());
            case NOBODY -> false;
        };
    }

    /// In nobody's quiet hours: the addressee's own where they have any.
    private static Instant again(Pace pace, Due due, Instant at) {
        return new Pace(due.quiet().orElse(pace.quiet()), pace.digest()).again(at, due.urgent());
    }

    private void count(
            Channel channel, Attempts.Ended ended, int changed, Layout.Said said, Instant now) {
        var month = now.atZone(WorkCalendar.ZONE).toLocalDate().withDayOfMonth(1);
        var state = ended.state();
        if (state.equals("waiting")) {
            return;
        }
        boolean sent = state.equals("sent");
        long cost =
                sent && !carrying.sandboxed(channel)
                        ? (long) channel.plan().cost() * channel.plan().pieces(said)
                        : 0;
        log.count(
                channel.region(),
                new LetterLog.Month(
                        channel.key(),
                        month,
                        sent ? 1 : 0,
                        sent ? changed : 0,
                        sent ? 0 : changed,
                        cost));
    }

    /// When the scheduler sends.
    @Configuration(proxyBeanMethods = false)
    static class Times {
        @Bean
        @ConditionalOnProperty(name = "huying.webhooks.sends", matchIfMissing = true)
        RecurringTask<Void> channelLetters(Mailing mailing) {
            return Tasks.recurring("gateway-channels", FixedDelay.of(Duration.ofSeconds(2)))
                    .execute((_, _) -> mailing.round());
        }

        @Bean
        @ConditionalOnProperty(name = "huying.webhooks.sends", matchIfMissing = true)
        RecurringTask<Void> channelHousekeeping(Mailing mailing) {
            return Tasks.recurring("gateway-channels-old", FixedDelay.of(Duration.ofHours(6)))
                    .execute((_, _) -> mailing.forget());
        }
    }
}
