package org.huying.gateway.partner;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import org.huying.gateway.sending.Wire;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// Calls partners, signed.
@Component
class Calls {

    private static final int LARGEST = 8 << 20;
    private static final String AGENT = "Huying-Gateway/1";

    private final Clock clock;
    private final Wire wire;

    Calls(@Qualifier("wallClock") Clock clock, Wire wire) {
        this.clock = clock;
        this.wire = wire;
    }

    /// Total: whatever happens on the way is said, never thrown.
    Wire.Ended post(Partner partner, String url, String body) {
        return partner.keys()
                .map(keys -> wire.call(url, LARGEST, target -> request(keys, target, body)))
                .orElseGet(() -> Wire.Ended.failed("there are no keys"));
    }

    private HttpRequest.Builder request(Keys keys, URI target, String body) {
        var path =
                target.getRawPath()
                        + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
        var seal = Signing.sign(keys, "POST", path, clock.instant().getEpochSecond(), body);
        return HttpRequest.newBuilder(target)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", AGENT)
                .header(Seal.HEADER, seal.header())
                .POST(BodyPublishers.ofString(body));
    }
}
