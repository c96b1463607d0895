package org.huying.gateway.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huying.Api;
import org.huying.Town;
import org.huying.database.Postgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Devices that speak to a real broker, and what becomes of it here.
@SpringBootTest(
        properties = {
            "huying.access.second-factor=false",
            "huying.alarms.enabled=false",
            "huying.devices.listens=false"
        })
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class, Site.class})
class DeviceBrokerTest {

    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final long PAUSE_NANOS = 50_000_000L;

    @TempDir Path folder;
    @Autowired Site site;
    @Autowired Api api;
    @Autowired Listening listening;
    @Autowired Connections connections;
    @Autowired Intake intake;
    @Autowired JdbcClient jdbc;

    private final List<Broker> brokers = new ArrayList<>();

    @BeforeEach
    void nothingIsConnected() {
        jdbc.sql("DELETE FROM gateway.device_connection").update();
    }

    static Stream<Boolean> versions() {
        return Broker.versions();
    }

    @AfterEach
    void brokerIsDown() {
        listening.ended();
        brokers.forEach(Broker::close);
    }

    private Broker broker() {
        return brokers.getFirst();
    }

    private String connected(boolean five, String... devices) {
        if (brokers.isEmpty()) {
            brokers.add(new Broker(five, folder));
        }
        var key = Site.fresh();
        var mqtt =
                "mqtt: { server: \"tcp://127.0.0.1:%d\", version: \"%s\", client: %s, topics: [\"s/#\"] }\nper-hour: 1000\n"
                        .formatted(broker().port(), five ? "5" : "3.1.1", key);
        assertThat(site.put(key, Site.file(key, "mqtt", mqtt), "*")).hasStatusOk();
        site.register(key, devices);
        until(() -> line(key).equals("up"));
        return key;
    }

    /// Looks after the lines until it is so.
    private void until(BooleanSupplier so) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("It never came to it").isLessThan(end);
            listening.round();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private String line(String key) {
        var view = api.body(api.get(site.admin(), "/device-connections/" + key));
        return view.at("/connection/line").asString();
    }

    private int taken(String key) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM gateway.device_reading r
                          JOIN gateway.device d ON d.region = r.region AND d.id = r.device WHERE d.connection = :key
                        """)
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    private static String smoke(int id, boolean on) {
        return "{\"id\":%d,\"smoke\":%s}".formatted(id, on);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void whatADevicePublishesBecomesAMatter(boolean five) {
        var key = connected(five, "S1");
        broker().publish("s/S1/smoke", smoke(1, true));
        until(() -> site.matters(key) == 1);
        broker().publish("s/S1/smoke", smoke(2, false), "no json", smoke(3, false));
        until(() -> taken(key) == 3);
        assertThat(site.device(key, "S1").at("/alarms").toString()).contains("cleared");
    }

    /// Two nodes by turns: what is published while nobody listens, or was not acknowledged, is taken by the next, once.
    @ParameterizedTest
    @MethodSource("versions")
    void whatANodeLeavesAnotherTakesOnce(boolean five) {
        var key = connected(five, "S1", "S2");
        listening.ended();
        broker().publish("s/S1/smoke", smoke(1, true));
        // stored by a node that died before it could acknowledge it
        var connection = connections.find(Town.REGION, key).orElseThrow();
        intake.take(connection, "s/S1/smoke", smoke(1, true));
        broker().publish("s/S2/smoke", smoke(1, true));
        until(() -> taken(key) == 2);
        assertThat(site.matters(key)).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aBrokerThatComesBackIsListenedToAgain(boolean five) {
        var key = connected(five, "S1");
        broker().stop();
        until(() -> line(key).equals("down"));
        broker().start();
        until(() -> line(key).equals("up"));
        broker().publish("s/S1/smoke", smoke(1, true));
        until(() -> site.matters(key) == 1);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aFloodIsTakenToItsEndInOrderAndIsOneMatterForEachDevice(boolean five) {
        var key = connected(five, "S1", "S2");
        var storm = IntStream.range(0, 150).mapToObj(i -> smoke(i, true)).toArray(String[]::new);
        broker().publish("s/S1/smoke", storm);
        broker().publish("s/S2/smoke", storm);
        until(() -> taken(key) == 300);
        assertThat(site.matters(key)).isEqualTo(2);
        assertThat(site.device(key, "S1").at("/device/repeats").asInt()).isEqualTo(150);
    }

    /// A dead device stays as silent as it is, however often the line is cut.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @EnabledIf("org.huying.gateway.device.Broker#marks")
    void whatIsRetainedIsNoSignOfLife(boolean five) {
        brokers.add(new Broker(true, folder));
        var key = connected(five, "S1", "S2");
        broker().retain("s/S1/smoke", "{\"smoke\":true}");
        until(() -> taken(key) == 1);
        broker().stop();
        until(() -> line(key).equals("down"));
        broker().start();
        until(() -> line(key).equals("up"));
        broker().publish("s/S2/smoke", smoke(1, false));
        until(() -> site.device(key, "S2").at("/heard").size() == 1);
        assertThat(site.device(key, "S1").at("/heard").size()).isEqualTo(1);
    }

    /// Everything waits behind it, so the line is as good as down, and looks like it.
    @ParameterizedTest
    @MethodSource("versions")
    void aMessageThatCannotBeStoredIsSeenOnItsLine(boolean five) {
        var key = connected(five, "S1");
        reading(key, "[]");
        broker().publish("s/S1/smoke", smoke(1, true));
        until(() -> line(key).equals("down"));
        var view = api.body(api.get(site.admin(), "/device-connections/" + key));
        assertThat(view.at("/connection/error").asString()).contains("s/S1/smoke");
        reading(key, "{}");
        until(() -> taken(key) == 1 && line(key).equals("up"));
    }

    /// What the device said last; nothing but a map can be read again.
    private void reading(String key, String json) {
        jdbc.sql("UPDATE gateway.device SET reading = :json::jsonb WHERE connection = :key")
                .param("json", json)
                .param("key", key)
                .update();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void whatIsPausedIsNotListenedToAndComesAfterwards(boolean five) {
        var key = connected(five, "S1");
        assertThat(api.post(site.admin(), "/device-connections/" + key + "/pause", "{}"))
                .hasStatusOk();
        until(() -> line(key).equals("idle"));
        broker().publish("s/S1/smoke", smoke(1, true));
        assertThat(api.post(site.admin(), "/device-connections/" + key + "/resume", "{}"))
                .hasStatusOk();
        until(() -> taken(key) == 1);
    }
}
