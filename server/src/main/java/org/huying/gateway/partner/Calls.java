package org.huying.gateway.partner;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.huying.gateway.sending.Target;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Calls partners: signed, within ten seconds from the first byte to the last, and never more than a bounded answer.
@Component
class Calls {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST = 8 << 20;
    private static final String AGENT = "Huying-Gateway/1";

    /// How a call ended.
    ///
    /// @param status of the answer, where there was one
    /// @param error what went wrong; empty for an answer of 2xx that came whole
    record Ended(Optional<Integer> status, Optional<String> error, String body) {

        static Ended failed(String error) {
            return new Ended(Optional.empty(), Optional.of(error), "");
        }
    }

    private final Clock clock;
    private final boolean local;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();

    /// @param local `huying.webhooks.local`: messages may go to this machine itself
    Calls(
            @Qualifier("wallClock") Clock clock,
            @Value("${huying.webhooks.local:false}") boolean local) {
        this.clock = clock;
        this.local = local;
    }

    /// Total: whatever happens on the way is said, never thrown.
    Ended post(Partner partner, String url, String body) {
        if (partner.keys().isEmpty()) {
            return Ended.failed("there are no keys");
        }
        try {
            var target = Target.of(url);
            if (target.isEmpty() || !(local || Target.allowed(target.get()))) {
                return Ended.failed("the address may not be sent to");
            }
            return answered(send(request(partner.keys().get(), target.get(), body)));
        } catch (UnknownHostException _) {
            return Ended.failed("the host is not known");
        } catch (TimeoutException _) {
            return Ended.failed("no whole answer within " + PATIENCE.toSeconds() + " s");
        } catch (IOException e) {
            return Ended.failed(e.getClass().getSimpleName() + " " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Ended.failed("interrupted");
        }
    }

    private HttpRequest request(Keys keys, URI target, String body) {
        var path =
                target.getRawPath()
                        + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
        var seal = Signing.sign(keys, "POST", path, clock.instant().getEpochSecond(), body);
        return HttpRequest.newBuilder(target)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", AGENT)
                .header(Seal.HEADER, seal.header())
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /// The time runs for the body of the answer too.
    private HttpResponse<byte[]> send(HttpRequest request)
            throws IOException, InterruptedException, TimeoutException {
        var call =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            return call.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io
                    ? io
                    : new IOException(String.valueOf(e.getCause()), e);
        } finally {
            call.cancel(true);
        }
    }

    private static Ended answered(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        var body = new String(response.body(), StandardCharsets.UTF_8);
        return status >= 200 && status < 300
                ? new Ended(Optional.of(status), Optional.empty(), body)
                : new Ended(Optional.of(status), Optional.of("answered " + status), body);
    }
}
