package org.huying.gateway.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Predicate;

/// A browser: keeps cookies and goes where it is sent.
final class Traveller {
    private static final int LONGEST_WAY = 10;

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)));
    }

    HttpResponse<String> form(String address, String body) {
        return send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> json(String address, String body) {
        return send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(
                    request.header("Accept", "text/html,*/*;q=0.8")
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Where an answer leads; empty where it leads nowhere.
    static String where(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(it -> answer.uri().resolve(it).toString())
                .orElse("");
    }

    /// Goes on from an answer for as long as it is sent on, but not to an address like that, which is answered instead.
    String followed(HttpResponse<String> answer, Predicate<String> stop) {
        var at = answer;
        for (int i = 0; i < LONGEST_WAY; i++) {
            var next = where(at);
            if (next.isEmpty()) {
                return at.uri().toString();
            }
            if (stop.test(next)) {
                return next;
            }
            at = get(next);
        }
        throw new IllegalStateException("led in circles: " + at.uri());
    }

    /// Whether it holds a cookie of that name.
    boolean holds(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .anyMatch(it -> it.getName().equals(name) && !it.getValue().isEmpty());
    }
}
