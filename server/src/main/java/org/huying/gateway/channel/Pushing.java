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

    /// What went wrong where the browser is gone: it is not tried again, and the channel is not to blame.
    static final String GONE = "the browser is gone";

    private static final int LARGEST = 4 * 1024;
    private static final int KEPT_SECONDS = 24 * 60 * 60;
    private static final int NOT_FOUND = 404;
    private static final int NO_MORE = 410;

    private final Wire wire;
    private final Subscriptions subscriptions;
    private final Subscribers subscribers;
    private final SecureRandom random = new SecureRandom();

    Pushing(Wire wire, Subscriptions subscriptions, Subscribers subscribers) {
        this.wire = wire;
        this.subscriptions = subscriptions;
        this.subscribers = subscribers;
    }

    /// What went wrong; empty when the push service took it.
    Optional<String> send(Outgoing.Notification it, Channel channel, Instant now) {
        if (!(channel.plan().means() instanceof Means.Push push)) {
            return Optional.of("no push service");
        }
        var secret = channel.secrets().find(Secrets.VAPID).orElse("");
        var who =
                Target.of(it.device().endpoint())
                        .flatMap(uri -> Vapid.header(uri, push, secret, now));
        var text = it.text().getBytes(StandardCharsets.UTF_8);
        var body = PushSeal.sealed(text, it.device(), random);
        if (who.isEmpty() || body.isEmpty()) {
            return Optional.of("the keys are none");
        }
        var ended =
                wire.call(
                        it.device().endpoint(),
                        LARGEST,
                        target -> request(target, it.urgent(), who.get(), body.get()));
        int status = ended.status().orElse(0);
        if (status == NOT_FOUND || status == NO_MORE) {
            subscriptions.forget(channel.region(), channel.key(), it.device(), now);
            subscribers.changed(channel.region());
            return Optional.of(GONE);
        }
        return ended.error();
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
