package org.huying.gateway.webhook;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.huying.gateway.sending.Retry;
import org.huying.gateway.sending.Target;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/// Sends what is due. An answer of 2xx within ten seconds is a delivery; everything else is tried again, later each time.
@Component
class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 50;
    private static final int ROUNDS = 10;

    /// So many failures one after the other and the subscription is paused.
    static final int MOST_FAILURES = 20;

    private final Deliveries deliveries;
    private final Subscriptions subscriptions;
    private final Clock clock;
    private final boolean local;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();

    /// @param local `huying.webhooks.local`: messages may go to this machine itself
    Sending(
            Deliveries deliveries,
            Subscriptions subscriptions,
            @Qualifier("wallClock") Clock clock,
            @Value("${huying.webhooks.local:false}") boolean local) {
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
        this.clock = clock;
        this.local = local;
    }

    /// Sends until nothing is due, or enough for one turn.
    void round() {
        for (int i = 0; i < ROUNDS; i++) {
            var due = deliveries.claim(clock.instant(), LEASE, AT_ONCE);
            send(due);
            if (due.size() < AT_ONCE) {
                return;
            }
        }
    }

    void forget() {
        deliveries.forget(clock.instant().minus(KEPT));
    }

    private void send(List<Deliveries.Due> due) {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(it ->
                    senders.execute(() -> {
                        try {
                            end(it, attempt(it));
                        } catch (RuntimeException e) {
                            LOG.error("The end of delivery {} could not be stored", it.id(), e);
                        }
                    }));
        }
    }

    private void end(Deliveries.Due due, Deliveries.Ended ended) {
        deliveries.ended(due, ended);
        boolean failed = ended.error().isPresent();
        if (subscriptions.counted(due.region(), due.subscription(), failed) >= MOST_FAILURES) {
            subscriptions.pause(due.region(), due.subscription(), Subscription.FAILING);
        }
    }

    private Deliveries.Ended attempt(Deliveries.Due due) {
        try {
            var target = Target.of(due.url());
            if (target.isEmpty() || !(local || Target.allowed(target.get()))) {
                return failed(due, Optional.empty(), "the address may not be sent to");
            }
            var now = clock.instant();
            var request =
                    HttpRequest.newBuilder(target.get())
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/json; charset=utf-8")
                            .header("User-Agent", "Huying-Webhooks/" + Message.VERSION)
                            .header("Huying-Event", due.type())
                            .header("Huying-Delivery", due.id().toString())
                            .header(Signature.HEADER, signature(due, now))
                            .POST(BodyPublishers.ofString(due.payload()))
                            .build();
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            return status >= 200 && status < 300
                    ? new Deliveries.Ended(Optional.of(status), Optional.empty(), Optional.empty())
                    : failed(due, Optional.of(status), "answered " + status);
        } catch (UnknownHostException _) {
            return failed(due, Optional.empty(), "the host is not known");
        } catch (IOException e) {
            return failed(
                    due, Optional.empty(), e.getClass().getSimpleName() + " " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return failed(due, Optional.empty(), "interrupted");
        }
    }

    private static String signature(Deliveries.Due due, Instant now) {
        return Signature.of(due.secret(), now.getEpochSecond(), due.payload());
    }

    private Deliveries.Ended failed(Deliveries.Due due, Optional<Integer> status, String error) {
        var next = Retry.after(due.attempts(), due.id()).map(it -> clock.instant().plus(it));
        return new Deliveries.Ended(status, Optional.of(error), next);
    }

    /// When the scheduler sends.
    @Configuration(proxyBeanMethods = false)
    static class Times {
        @Bean
        @ConditionalOnProperty(name = "huying.webhooks.sends", matchIfMissing = true)
        RecurringTask<Void> webhookDeliveries(Sending sending) {
            return Tasks.recurring("gateway-webhooks", FixedDelay.of(Duration.ofSeconds(2)))
                    .execute((_, _) -> sending.round());
        }

        @Bean
        @ConditionalOnProperty(name = "huying.webhooks.sends", matchIfMissing = true)
        RecurringTask<Void> webhookHousekeeping(Sending sending) {
            return Tasks.recurring("gateway-webhooks-old", FixedDelay.of(Duration.ofHours(6)))
                    .execute((_, _) -> sending.forget());
        }
    }
}
