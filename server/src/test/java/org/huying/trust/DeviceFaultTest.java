package org.huying.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.huying.Town;
import org.huying.cli.Server;
import org.huying.gateway.device.Broker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Devices speak to a real broker while the server that listens is killed. In the end every message was taken once, and
/// every device has one matter.
@Timeout(900)
class DeviceFaultTest {

    private static final String KEY = "storm";
    private static final int DEVICES = 10;
    private static final int EACH = 30;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path data;

    @TempDir static Path kept;

    @Test
    void noMessageIsLostOrTakenTwiceByAServerThatIsKilled() throws Exception {
        try (var broker = new Broker(false, kept)) {
            var bearer = found(broker);
            var question = "/api/v1/" + Town.REGION + "/lists/overdue";
            var options = List.of("-Dhuying.devices.listens=true");
            try (var server = new ServerUnderFire(data, question, bearer, options)) {
                await(() -> line(server.database()).equals("up"));
                storm(broker, 0, EACH / 2);
                await(() -> readings(server.database()) > DEVICES);
                server.killServer();
                storm(broker, EACH / 2, EACH);
                await(() -> readings(server.database()) == DEVICES * EACH);
                assertOnce(server.database());
            }
        }
    }

    /// Every device says once more that there is smoke, for each of these numbers.
    private static void storm(Broker broker, int from, int to) {
        for (int device = 0; device < DEVICES; device++) {
            var bodies =
                    IntStream.range(from, to)
                            .mapToObj("{\"id\":%d,\"smoke\":true}"::formatted)
                            .toArray(String[]::new);
            broker.publish("s/S%d/smoke".formatted(device), bodies);
        }
    }

    private static void assertOnce(JdbcClient jdbc) {
        assertThat(count(jdbc, "SELECT count(*) FROM gateway.device WHERE repeats = " + EACH))
                .isEqualTo(DEVICES);
        assertThat(count(jdbc, "SELECT count(*) FROM gateway.device_alarm WHERE opened"))
                .isEqualTo(DEVICES);
        assertThat(count(jdbc, "SELECT count(*) FROM matter.matter WHERE title LIKE '烟感报警%'"))
                .isEqualTo(DEVICES);
    }

    private static void await(Callable<Boolean> so) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(so);
    }

    private static int readings(JdbcClient jdbc) {
        return count(jdbc, "SELECT count(*) FROM gateway.device_reading");
    }

    private static int count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private static String line(JdbcClient jdbc) {
        return jdbc.sql("SELECT line FROM gateway.device_connection").query(String.class).single();
    }

    private static String found(Broker broker) throws Exception {
        try (var context =
                Server.start(
                        Map.of(
                                "server.port",
                                0,
                                "huying.data",
                                data,
                                "huying.db.url",
                                "",
                                "huying.devices.listens",
                                false,
                                "huying.access.second-factor",
                                false))) {
            var town = context.getAutowireCapableBeanFactory().createBean(Town.class).ready();
            var admin = town.token("system-admin", Optional.empty());
            put(context, admin, "/device-connections/" + KEY, "application/yaml", file(broker));
            put(context, admin, "/devices", "application/json", devices());
            return town.token("simulator", Optional.empty());
        }
    }

    private static String file(Broker broker) {
        return """
        connection: storm
        name: 试验连接
        by: mqtt
        mqtt: { server: "tcp://127.0.0.1:%d", version: "3.1.1", client: storm, topics: ["s/#"] }
        per-hour: 1000
        rules:
          - topic: s/{device}/smoke
            kind: smoke
            id: /id
            readings: { smoke: { at: /smoke, as: flag } }
            alarm: { on: reading.smoke, quiet: 1d }
        """
                .formatted(broker.port());
    }

    private static String devices() {
        return IntStream.range(0, DEVICES)
                .mapToObj(
                        ("{\"connection\":\"storm\",\"key\":\"S%d\",\"kind\":\"smoke\",\"name\":\"烟感\",\"area\":\""
                                        + Town.REGION
                                        + "\"}")
                                ::formatted)
                .collect(Collectors.joining(",", "{\"devices\":[", "]}"));
    }

    private static void put(
            ConfigurableApplicationContext context,
            String bearer,
            String path,
            String type,
            String body)
            throws Exception {
        var port = context.getEnvironment().getProperty("local.server.port");
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:"
                                                + port
                                                + "/api/v1/"
                                                + Town.REGION
                                                + path))
                        .header("Authorization", "Bearer " + bearer)
                        .header("Content-Type", type)
                        .header("If-None-Match", "*")
                        .header("Idempotency-Key", "found-" + path.length())
                        .PUT(BodyPublishers.ofString(body))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }
}
