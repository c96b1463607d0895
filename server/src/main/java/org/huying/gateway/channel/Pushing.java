package org.huying.gateway.channel;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.huying.gateway.sending.Secrets;
import org.huying.gateway.sending.Target;
import org.huying.gateway.sending.Wire;
import org.springframework.stereotype.Component;

/// Sends messages to browsers (RFC 8030), sealed for each. A browser that is gone is forgotten.
@Component
class Pushing {

    private static final int LARGEST = 4 * 1024;
    private static final int KEPT_SECONDS = 24 * 60 * 60;
    private static final int NOT_FOUND = 404;
    private static final int NO_MORE = 410;
    private static final int TOO_MANY = 429;

    private final Wire wire;
    private final Subscriptions subscriptions;
    private final Subscribers subscribers;
    private final SecureRandom random = new SecureRandom();

    Pushing(Wire wire, Subscriptions subscriptions, Subscribers subscribers) {
        this.wire = wire;
        this.subscriptions = subscriptions;
        this.subscribers = subscribers;
    }

    /// What went wrong; empty when the push service took it. One that lets us in for others does not for a browser that was
    /// added under keys we had before.
    Optional<Fault> send(Outgoing.Notification it, Channel channel, Instant now) {
        if (!(channel.plan().means() instanceof Means.Push push)) {
            return Optional.of(Fault.channel("no push service"));
        }
        var secret = channel.secrets().find(Secrets.VAPID).orElse("");
        var who =
                Target.of(it.device().endpoint())
                        .flatMap(uri -> Vapid.header(uri, push, secret, now));
        var text = it.text().getBytes(StandardCharsets.UTF_8);
        var body = PushSeal.sealed(text, it.device(), random);
        if (who.isEmpty()) {
            return Optional.of(Fault.channel("the keys are none"));
        }
        if (body.isEmpty()) {
            return Optional.of(Fault.address("the keys of the browser are none"));
        }
        var ended =
                wire.call(
                        it.device().endpoint(),
                        LARGEST,
                        target -> request(target, it.urgent(), who.get(), body.get()));
        int status = ended.status().orElse(0);
        if (status == NOT_FOUND || status == NO_MORE) {
            subscriptions.forget(
                    channel.region(), channel.key(), it.device(), Optional.empty(), now);
            subscribers.changed(channel.region());
            return Optional.of(Fault.nobody("the browser is gone"));
        }
        boolean refused = status >= 400 && status < 500 && status != TOO_MANY;
        return ended.error().map(e -> refused ? Fault.address(e) : Fault.channel(e));
    }

    private static HttpRequest.Builder request(
            URI target, boolean urgent, String who, byte[] body) {
        return HttpRequest.newBuilder(target)
                .header("Authorization", who)
                .header("Content-Encoding", "aes128gcm")
                .header("Content-Type", "application/octet-stream")
                .header("TTL", Integer.toString(KEPT_SECONDS))
                .header("Urgency", urgent ? "high" : "normal")
                .POST(BodyPublishers.ofByteArray(body));
    }
}
