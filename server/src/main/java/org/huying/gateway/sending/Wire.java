package org.huying.gateway.sending;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Calls others over HTTP: within ten seconds from the first byte to the last, never led elsewhere, and never more than a
/// bounded answer.
@Component
public class Wire {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// How a call ended.
    ///
    /// @param status of the answer, where there was one
    /// @param error what went wrong; empty for an answer of 2xx that came whole
    public record Ended(Optional<Integer> status, Optional<String> error, String body) {

        public static Ended failed(String error) {
            return new Ended(Optional.empty(), Optional.of(error), "");
        }
    }

    private final boolean local;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();

    /// @param local `huying.webhooks.local`: messages may go to this machine itself
    Wire(@Value("${huying.webhooks.local:false}") boolean local) {
        this.local = local;
    }

    /// Total: whatever happens on the way is said, never thrown.
    ///
    /// @param largest of the answer, in bytes
    public Ended call(String url, int largest, Function<URI, HttpRequest.Builder> request) {
        return call(url, largest, PATIENCE, request);
    }

    /// The same for callers behind whom a person waits.
    ///
    /// @param patience from the first byte to the last, at most ten seconds
    public Ended call(
            String url,
            int largest,
            Duration patience,
            Function<URI, HttpRequest.Builder> request) {
        try {
            var target = Target.of(url);
            if (target.isEmpty() || !(local || Target.allowed(target.get()))) {
                return Ended.failed("the address may not be sent to");
            }
            return answered(
                    send(request.apply(target.get()).timeout(patience).build(), largest, patience));
        } catch (UnknownHostException _) {
            return Ended.failed("the host is not known");
        } catch (TimeoutException _) {
            return Ended.failed("no whole answer within " + patience.toSeconds() + " s");
        } catch (IOException e) {
            return Ended.failed(e.getClass().getSimpleName() + " " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Ended.failed("interrupted");
        }
    }

    /// The time runs for the body of the answer too.
    private HttpResponse<byte[]> send(HttpRequest request, int largest, Duration patience)
            throws IOException, InterruptedException, TimeoutException {
        var call =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), largest));
        try {
            return call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
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
