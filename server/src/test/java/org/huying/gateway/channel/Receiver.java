package org.huying.gateway.channel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A robot or a provider of text messages that behaves as badly as it is told to.
final class Receiver implements AutoCloseable {

    /// How it behaves.
    enum Mood {
        WELL,
        REFUSES,
        FAILS,
        HALF,
        GONE,
        FORBIDS,
        DISLIKES,
        HANGS_UP
    }

    /// What it was sent.
    record Got(String path, String body) {}

    final List<Got> got = new CopyOnWriteArrayList<>();
    volatile Mood mood = Mood.WELL;

    /// What it says when it took a message.
    volatile String fine = "{\"errcode\":0,\"errmsg\":\"ok\"}";

    private final HttpServer server;

    Receiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        got.add(new Got(exchange.getRequestURI().toString(), body));
        var bytes = fine.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            switch (mood) {
                case WELL -> answer(exchange, 200, bytes, bytes.length);
                case REFUSES ->
                        answer(
                                exchange,
                                200,
                                "{\"errcode\":310000}".getBytes(StandardCharsets.UTF_8),
                                18);
                case FAILS -> answer(exchange, 500, bytes, bytes.length);
                case GONE -> answer(exchange, 410, bytes, bytes.length);
                case FORBIDS -> answer(exchange, 403, bytes, bytes.length);
                case DISLIKES -> answer(exchange, 400, bytes, bytes.length);
                case HALF -> answer(exchange, 200, bytes, bytes.length + 100L);
                case HANGS_UP -> {}
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] bytes, long length)
            throws IOException {
        exchange.sendResponseHeaders(status, length);
        exchange.getResponseBody().write(bytes);
        exchange.getResponseBody().flush();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
