package org.huying.demo.hotline;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.huying.demo.founding.Dice;
import tools.jackson.databind.json.JsonMapper;

/// The hotline's own server: takes what it is sent, says what it has of a day, and gives an order out again.
public final class Hotline implements AutoCloseable {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final Ledger ledger = new Ledger();
    private final AtomicInteger turn = new AtomicInteger();
    private final InstantSource clock;
    private volatile Manners manners;
    private volatile String secret = "";

    private Hotline(HttpServer server, Manners manners, InstantSource clock) {
        this.server = server;
        this.manners = manners;
        this.clock = clock;
    }

    /// On a free port of this machine.
    public static Hotline open(Manners manners, InstantSource clock) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var hotline = new Hotline(HttpServer.create(address, 0), manners, clock);
            hotline.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            hotline.server.createContext("/feedback", it -> hotline.answer(it, hotline::feedback));
            hotline.server.createContext("/day", it -> hotline.answer(it, hotline::day));
            hotline.server.createContext("/order", it -> hotline.answer(it, hotline::order));
            hotline.server.start();
            return hotline;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What both sides sign with from now on.
    public void secret(String text) {
        secret = text;
    }

    String secret() {
        return secret;
    }

    public void manners(Manners now) {
        manners = now;
    }

    Manners manners() {
        return manners;
    }

    public Ledger ledger() {
        return ledger;
    }

    InstantSource clock() {
        return clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// The file that says how this hotline words things.
    public String file(String key) {
        return HotlineFile.text(key, base());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private interface Answering {
        String answer(String body);
    }

    private void answer(HttpExchange exchange, Answering answering) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var header = exchange.getRequestHeaders().getFirst(Signatures.HEADER);
            var path = exchange.getRequestURI().toString();
            if (header == null || !Signatures.holds(secret, header, "POST", path, body)) {
                ledger.forged();
                send(exchange, 401, "{\"code\":\"401\"}");
                return;
            }
            var dice = Dice.of("answer " + turn.incrementAndGet());
            if (dice.chance(manners.slow())) {
                LockSupport.parkNanos(manners.pause().toNanos());
            }
            if (dice.chance(manners.failing())) { // taken, or not
                if (dice.chance(0.5)) {
                    answering.answer(body);
                }
                send(exchange, 500, "{\"code\":\"500\"}");
            } else if (dice.chance(manners.hollow())) {
                send(exchange, 200, "{\"code\":\"9\",\"msg\":\"busy\"}");
            } else if (dice.chance(manners.half())) {
                half(exchange, answering.answer(body));
            } else {
                send(exchange, 200, answering.answer(body));
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String answer) throws IOException {
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /// Says how long the answer is, and ends in the middle of it.
    private static void half(HttpExchange exchange, String answer) throws IOException {
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
    }

    private String feedback(String body) {
        var message = JSON.readTree(body);
        ledger.takes(message, LocalDate.parse(message.path("time").asString("").substring(0, 10)));
        return "{\"code\":\"0\"}";
    }

    private String day(String body) {
        var day = LocalDate.parse(JSON.readTree(body).path("day").asString(""));
        return JSON.writeValueAsString(
                Map.of(
                        "data",
                        Map.of(
                                "orders", ledger.ordersOf(day),
                                "results", ledger.resultsOf(day))));
    }

    private String order(String body) {
        return JSON.writeValueAsString(
                ledger.order(JSON.readTree(body).path("number").asString("")));
    }
}
