package org.huying.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.huying.Town;
import org.huying.cli.Server;
import org.huying.client.Api;
import org.huying.client.Loop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// A server is killed while it sends text messages to a provider that takes its time. In the end every notice was taken at
/// least once, the same one always by the same id, and none was lost.
@Timeout(900)
class ChannelFaultTest {

    private static final String KEY = "storm";
    private static final int REPORTS = 15;
    private static final int PHONES = 8;
    private static final int ALL = REPORTS * PHONES;
    private static final Duration SLOW = Duration.ofMillis(150);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path data;

    /// What a provider took: our id for it, the number, and the words.
    private record Taken(String id, String phone, String words) {}

    /// A provider of text messages that thinks for a moment before it takes one.
    private static final class Provider implements AutoCloseable {
        final List<Taken> taken = new CopyOnWriteArrayList<>();
        private final HttpServer server;

        Provider() throws IOException {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", this::take);
            server.start();
        }

        int port() {
            return server.getAddress().getPort();
        }

        private void take(HttpExchange exchange) throws IOException {
            var body = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
            taken.add(
                    new Taken(
                            body.path("ref").asString(""),
                            body.path("phone").asString(""),
                            body.path("content").asString("")));
            var answer = "{\"code\":\"0\"}".getBytes(StandardCharsets.UTF_8);
            try (exchange) {
                LockSupport.parkNanos(SLOW.toNanos());
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    @Test
    void noNoticeIsLostByAServerThatIsKilledWhileItSends() throws Exception {
        try (var provider = new Provider()) {
            var bearer = found(provider.port());
            var question = "/api/v1/" + Town.REGION + "/lists/overdue";
            var options = List.of("-Dhuying.webhooks.local=true", "-Dhuying.webhooks.sends=true");
            try (var server = new ServerUnderFire(data, question, bearer, options)) {
                reported(new Loop(Api.at(server.base()).as(bearer), Town.REGION));
                await(() -> provider.taken.size() > PHONES);
                server.killServer();
                await(() -> freed(server) && provider.taken.size() > ALL / 2);
                server.killServer();
                await(() -> letters(server.database(), "") == ALL && nothingWaits(server));
                assertNothingIsLost(provider, server.database());
            }
        }
    }

    private static void reported(Loop loop) {
        for (int i = 0; i < REPORTS; i++) {
            var report =
                    Map.of(
                            "channel", "snap",
                            "title", "路灯不亮 " + i,
                            "text", "三天了",
                            "item", "street-lamp",
                            "area", Town.REGION);
            loop.report("storm-" + i, report, Optional.empty());
        }
    }

    private static void assertNothingIsLost(Provider provider, JdbcClient jdbc) {
        var sent =
                jdbc.sql("SELECT id::text FROM gateway.letter WHERE state = 'sent'")
                        .query(String.class)
                        .set();
        assertThat(sent).hasSize(ALL);
        var ids = provider.taken.stream().map(Taken::id).collect(Collectors.toSet());
        assertThat(ids).as("none lost, and none by another id").isEqualTo(sent);
        Set<Taken> different = new HashSet<>(provider.taken);
        assertThat(different).as("a repeat says the same to the same").hasSize(ALL);
        assertThat(
                        jdbc.sql("SELECT count(*) FROM notice.notice WHERE template = 'desk-new'")
                                .query(Integer.class)
                                .single())
                .isEqualTo(REPORTS);
        System.out.printf(
                "%d letters, %d messages: %d came twice%n",
                ALL, provider.taken.size(), provider.taken.size() - ALL);
    }

    private static boolean nothingWaits(ServerUnderFire server) {
        return freed(server) && letters(server.database(), " WHERE state = 'waiting'") == 0;
    }

    /// The lease of a server that is no more is taken for ended, so that nobody waits two minutes; of one that lives it is
    /// left alone. Always so.
    private static boolean freed(ServerUnderFire server) {
        server.database()
                .sql(
                        """
                        UPDATE gateway.letter SET next_at = now()
                         WHERE state = 'waiting' AND tried_at < now() - interval '15 seconds'
                        """)
                .update();
        return true;
    }

    private static int letters(JdbcClient jdbc, String where) {
        return jdbc.sql("SELECT count(*) FROM gateway.letter" + where)
                .query(Integer.class)
                .single();
    }

    private static void await(Callable<Boolean> so) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(so);
    }

    private static String found(int port) throws Exception {
        try (var context =
                Server.start(
                        Map.of(
                                "server.port",
                                0,
                                "huying.data",
                                data,
                                "huying.db.url",
                                "",
                                "huying.access.second-factor",
                                false))) {
            var town = context.getAutowireCapableBeanFactory().createBean(Town.class).ready();
            var admin = town.token("system-admin", Optional.empty());
            var at =
                    "http://localhost:"
                            + context.getEnvironment().getProperty("local.server.port")
                            + "/api/v1/"
                            + Town.REGION
                            + "/channels/"
                            + KEY;
            var request =
                    HttpRequest.newBuilder(URI.create(at))
                            .header("Authorization", "Bearer " + admin)
                            .header("Content-Type", "application/yaml")
                            .header("If-None-Match", "*")
                            .PUT(BodyPublishers.ofString(file(port)))
                            .build();
            try (var http = HttpClient.newHttpClient()) {
                var answer = http.send(request, BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            }
            return town.token("simulator", Optional.empty());
        }
    }

    private static String file(int port) {
        var phones =
                IntStream.range(0, PHONES)
                        .mapToObj("\"1380000000%d\""::formatted)
                        .collect(Collectors.joining(", "));
        return """
        channel: storm
        name: 试验短信
        by: sms
        to: { desks: ["%s"], addresses: [%s] }
        kinds: [desk-new]
        quiet: none
        per-minute: 6000
        sms:
          url: http://127.0.0.1:%d/send
          body: '{"phone":"{phone}","content":"{text}","ref":"{id}"}'
          answer: { field: code, good: ["0"] }
        """
                .formatted(Town.REGION, phones, port);
    }
}
