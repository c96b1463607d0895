package org.huying.gateway.partner;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A platform above that keeps what it is sent, and takes all of it.
final class Platform implements AutoCloseable {

    static final String PATH = "/gateway/events?from=huying";

    /// @param path with what stands behind the `?`
    record Got(String method, String path, Optional<String> signature, String body) {
        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        Seal seal() {
            return signature.flatMap(Seal::of).orElseThrow();
        }
    }

    private final HttpServer server;
    private final List<Got> got = new CopyOnWriteArrayList<>();

    private Platform(HttpServer server) {
        this.server = server;
        server.createContext("/", this::take);
        server.start();
    }

    static Platform open() {
        try {
            return new Platform(
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            got.add(
                    new Got(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            Optional.ofNullable(exchange.getRequestHeaders().getFirst(Seal.HEADER)),
                            body));
            var answer = "{\"success\":true}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    List<Got> got() {
        return List.copyOf(got);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
