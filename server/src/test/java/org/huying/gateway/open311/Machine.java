package org.huying.gateway.open311;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.Town;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A vendor's program with nothing but HTTP.
record Machine(int port, String key) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

    /// With a machine account of the town and its token.
    static Machine of(int port, Accounts accounts, String login) {
        var id =
                accounts.byLogin(Town.REGION, login)
                        .orElseGet(() ->
                                accounts.create(
                                        new NewAccount(
                                                Town.REGION,
                                                login,
                                                login,
                                                Caller.Kind.MACHINE,
                                                Optional.empty(),
                                                false,
                                                List.of(
                                                        NewGrant.of(
                                                                "machine-reporter",
                                                                Town.COUNTY)))));
        return new Machine(port, accounts.issueToken(id, Town.REGION, "test", Optional.empty()));
    }

    Machine without() {
        return new Machine(port, "");
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    /// Fields as name, value, name, value.
    HttpResponse<String> post(String path, String... fields) {
        return send(FORM, path, encoded(withKey(fields)));
    }

    HttpResponse<String> send(String type, String path, String body, String... headers) {
        return send(
                request(path, headers)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    HttpResponse<String> bytes(String type, String path, byte[] body) {
        return send(
                request(path)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build());
    }

    static String encoded(String... fields) {
        var pairs = new java.util.ArrayList<String>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(encode(fields[i]) + "=" + encode(fields[i + 1]));
        }
        return String.join("&", pairs);
    }

    String[] withKey(String... fields) {
        return Stream.concat(
                        key.isEmpty() ? Stream.of() : Stream.of("api_key", key), Stream.of(fields))
                .toArray(String[]::new);
    }

    static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    /// The number of the request that was made.
    static String number(HttpResponse<String> response) {
        return json(response).at("/0/service_request_id").asString("");
    }

    static List<String> numbers(HttpResponse<String> response) {
        return json(response)
                .valueStream()
                .map(it -> it.at("/service_request_id").asString(""))
                .collect(Collectors.toList());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request =
                HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/open311/v2" + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
