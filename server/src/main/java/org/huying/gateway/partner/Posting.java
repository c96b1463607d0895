package org.huying.gateway.partner;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.huying.gateway.sending.Retry;
import org.huying.gateway.sending.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/// Sends what is due to partners. Whatever is not clearly taken is tried again, later each time, and given up in the end.
@Component
class Posting {

    /// About a day and a half.
    static final int MOST = 18;

    private static final Logger LOG = LoggerFactory.getLogger(Posting.class);
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int AT_ONCE = 64;

    private final Parcels parcels;
    private final Inbounds inbounds;
    private final Partners partners;
    private final Calls calls;
    private final Clock clock;

    Posting(
            Parcels parcels,
            Inbounds inbounds,
            Partners partners,
            Calls calls,
            @Qualifier("wallClock") Clock clock) {
        this.parcels = parcels;
        this.inbounds = inbounds;
        this.partners = partners;
        this.calls = calls;
        this.clock = clock;
    }

    /// Sends until nothing is due, or enough for one turn: others wait for the thread too.
    void round() {
        var end = clock.instant().plus(TURN);
        while (clock.instant().isBefore(end)) {
            var due = parcels.claim(clock.instant(), LEASE, AT_ONCE);
            if (due.isEmpty()) {
                return;
            }
            send(due);
        }
    }

    void forget() {
        var old = clock.instant().minus(KEPT);
        parcels.forget(old);
        inbounds.forget(old);
        partners.forgetNonces(clock.instant().minus(Duration.ofHours(3)));
    }

    private void send(List<Parcels.Due> due) {
        Map<String, Partner> known = new HashMap<>();
        partners.everywhere().forEach(it -> known.put(it.region() + " " + it.key(), it));
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(it -> {
                var partner = known.get(it.region() + " " + it.partner());
                if (partner != null) {
                    senders.execute(() -> send(it, partner));
                }
            });
        }
    }

    private void send(Parcels.Due due, Partner partner) {
        try {
            parcels.ended(due, attempt(due, partner));
        } catch (RuntimeException e) {
            LOG.error("The end of parcel {} could not be stored", due.id(), e);
        }
    }

    private Parcels.Ended attempt(Parcels.Due due, Partner partner) {
        var out = partner.mapping().out();
        if (out.isEmpty()) {
            return ended(due, Wire.Ended.failed("nothing is sent to this partner any more"));
        }
        var call = calls.post(partner, out.get().url(), due.payload());
        return ended(due, call.error().isPresent() ? call : judged(call, out.get()));
    }

    /// An answer of 2xx may still say that nothing was taken.
    static Wire.Ended judged(Wire.Ended call, Mapping.Out out) {
        if (out.answer().isEmpty()) {
            return call;
        }
        var answer = out.answer().get();
        var said = Incoming.text(Reading.object(call.body()), answer.field()).orElse("");
        return answer.good().contains(said)
                ? call
                : new Wire.Ended(
                        call.status(),
                        Optional.of(
                                "answered %s: %s".formatted(answer.field(), Opening.cut(said, 40))),
                        call.body());
    }

    private Parcels.Ended ended(Parcels.Due due, Wire.Ended call) {
        return new Parcels.Ended(
                call.status(),
                call.error(),
                call.error()
                        .flatMap(_ -> Retry.after(due.attempts(), MOST, due.id()))
                        .map(it -> clock.instant().plus(it)));
    }

    /// When the scheduler sends.
    @Configuration(proxyBeanMethods = false)
    static class Times {
        @Bean
        @ConditionalOnProperty(name = "huying.webhooks.sends", matchIfMissing = true)
        RecurringTask<Void> partnerParcels(Posting posting) {
            return Tasks.recurring("gateway-partners", FixedDelay.of(Duration.ofSeconds(2)))
                    .execute((_, _) -> posting.round());
        }

        @Bean
        @ConditionalOnProperty(name = "huying.webhooks.sends", matchIfMissing = true)
        RecurringTask<Void> partnerHousekeeping(Posting posting) {
            return Tasks.recurring("gateway-partners-old", FixedDelay.of(Duration.ofHours(6)))
                    .execute((_, _) -> posting.forget());
        }
    }
}
