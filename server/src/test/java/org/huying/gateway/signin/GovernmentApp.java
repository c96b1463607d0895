package org.huying.gateway.signin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.huying.gateway.sending.Hmac;

/// The open platform of a government app: a signed call gets an access token for hours, and with it each code gets the
/// account it was made for, once.
final class GovernmentApp implements AutoCloseable {
    static final String KEY = "app-1";
    static final String SECRET = "app secret&";

    /// How it behaves.
    enum Mood {
        WELL,
        FAILS,
        SLOW,
        GARBAGE,
        NAMELESS,
        ELSEWHERE
    }

    volatile Mood mood = Mood.WELL;
    final AtomicInteger tokens = new AtomicInteger();

    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;
    private final Set<String> good = ConcurrentHashMap.newKeySet();

    GovernmentApp() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/gettoken.json", this::token);
        server.createContext("/user.json", this::user);
        server.start();
    }

    String at() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// A code for somebody who is signed in there.
    String code(String account) {
        var code = UUID.randomUUID() + "+/=";
        codes.put(code, account);
        return code;
    }

    /// Time goes by: codes are good for five minutes.
    void forgetCodes() {
        codes.clear();
    }

    /// The access token ends before its time.
    void endToken() {
        good.clear();
    }

    private void token(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var asked = fields(exchange.getRequestURI().getRawQuery());
        var said =
                "GET\n%s\n%s\n/gettoken.json\nappkey=%s"
                        .formatted(
                                headers.getFirst("X-Timestamp"), headers.getFirst("X-Nonce"), KEY);
        var sign = Base64.getEncoder().encodeToString(Hmac.of(SECRET, said));
        if (sign.equals(headers.getFirst("X-Signature"))
                && KEY.equals(asked.get("appkey"))
                && String.valueOf(headers.getFirst("X-Timestamp")).endsWith("+08:00")) {
            var token = "token " + tokens.incrementAndGet();
            good.add(token);
            answer(exchange, 200, good("\"accessToken\":\"" + token + "\",\"expiresIn\":7200"));
        } else {
            answer(exchange, 200, bad("signature"));
        }
    }

    private void user(HttpExchange exchange) throws IOException {
        var asked =
                fields(
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        switch (mood) {
            case WELL -> answer(exchange, 200, account(asked));
            case FAILS -> answer(exchange, 500, "{}");
            case SLOW -> pause();
            case GARBAGE -> answer(exchange, 200, "<html>");
            case NAMELESS -> answer(exchange, 200, good("\"lastName\":\"赵一\""));
            case ELSEWHERE -> {
                exchange.getResponseHeaders().add("Location", at() + "/gettoken.json");
                answer(exchange, 302, "");
            }
        }
    }

    private String account(Map<String, String> asked) {
        if (!good.contains(asked.getOrDefault("access_token", ""))) {
            return bad("access_token");
        }
        var account = codes.remove(asked.getOrDefault("auth_code", ""));
        return account == null
                ? bad("auth_code")
                : good("\"accountId\":%s,\"lastName\":\"赵一\"".formatted(account));
    }

    private static String good(String data) {
        return "{\"success\":true,\"content\":{\"data\":{" + data + "}}}";
    }

    private static String bad(String what) {
        return "{\"success\":false,\"content\":{\"responseMessage\":\"bad " + what + "\"}}";
    }

    private void pause() {
        try {
            closing.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> fields(String form) {
        var fields = new ConcurrentHashMap<String, String>();
        for (var pair : form.split("&", -1)) {
            var parts = pair.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
