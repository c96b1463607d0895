package org.huying.gateway.webhook;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.database.Ids;
import org.huying.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Adds subscriptions and looks after them. Whatever is changed stands in the audit.
@Service
class WebhookDesk {
    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final Audit audit;
    private final Clock clock;

    WebhookDesk(Subscriptions subscriptions, Deliveries deliveries, Audit audit, Clock clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.audit = audit;
        this.clock = clock;
    }

    /// Refuses one more than a county may have.
    @Transactional
    void add(Caller by, String region, Subscription fresh, String secret) {
        if (!subscriptions.add(region, fresh, secret, by.account())) {
            throw Problem.TOO_MANY.with(
                    "最多 %d 个订阅".formatted(Subscriptions.MOST),
                    "At most %d subscriptions".formatted(Subscriptions.MOST));
        }
        audit.acted(by, region, "webhook.add", fresh.name(), Optional.of(fresh.url()));
    }

    @Transactional
    void end(Caller by, String region, UUID id) {
        var before = found(region, id);
        if (!subscriptions.end(region, id)) {
            throw Problem.NOT_FOUND.plain();
        }
        audit.acted(by, region, "webhook.end", before.name(), Optional.of(before.url()));
    }

    @Transactional
    Subscription pause(Caller by, String region, UUID id) {
        var before = found(region, id);
        subscriptions.pause(region, id, Subscription.MANUAL);
        audit.acted(by, region, "webhook.pause", before.name(), Optional.empty());
        return found(region, id);
    }

    @Transactional
    Subscription resume(Caller by, String region, UUID id) {
        var before = found(region, id);
        subscriptions.resume(region, id);
        audit.acted(by, region, "webhook.resume", before.name(), Optional.empty());
        return found(region, id);
    }

    /// Sends a message of the type `test`; answers its delivery.
    @Transactional
    UUID test(Caller by, String region, UUID id) {
        var told = found(region, id);
        var delivery = Ids.next();
        var event = Ids.next();
        var payload = Message.test(event, region, now());
        deliveries.add(
                region,
                List.of(new Deliveries.Fresh(delivery, id, event, Message.TEST, payload, now())));
        audit.acted(by, region, "webhook.test", told.name(), Optional.empty());
        return delivery;
    }

    /// Sends one again that was delivered or given up.
    @Transactional
    void again(Caller by, String region, UUID id, UUID delivery) {
        var told = found(region, id);
        if (!deliveries.again(region, id, delivery, now())) {
            throw Problem.NOT_FOUND.plain();
        }
        audit.acted(by, region, "webhook.resend", told.name(), Optional.of(delivery.toString()));
    }

    Subscription found(String region, UUID id) {
        return subscriptions.find(region, id).orElseThrow(Problem.NOT_FOUND::plain);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
