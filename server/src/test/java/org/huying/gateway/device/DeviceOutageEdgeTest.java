package org.huying.gateway.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.huying.Api;
import org.huying.Town;
import org.huying.access.MovableClock;
import org.huying.database.Postgres;
import org.huying.gateway.device.Connection.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is said of devices after nobody could hear them: no more than what has been heard since.
@SpringBootTest(
        properties = {
            "huying.access.second-factor=false",
            "huying.alarms.enabled=false",
            "huying.devices.listens=false"
        })
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class, Site.class, MovableClock.Config.class})
class DeviceOutageEdgeTest {

    private static final Duration NIGHT = Duration.ofHours(9);

    @Autowired Site site;
    @Autowired Api api;
    @Autowired Rounds rounds;
    @Autowired Lines lines;
    @Autowired JdbcClient jdbc;

    @Autowired
    @Qualifier("wallClock")
    MovableClock clock;

    private Node node;

    @BeforeEach
    void nothingElseIsConnected() {
        jdbc.sql("DELETE FROM gateway.device_connection").update();
        node = new Node(lines, rounds, clock);
    }

    private void speaks(String connection, String device) {
        site.send(
                connection,
                "w/" + device + "/level",
                "{\"ts\":%d,\"level\":1}".formatted(clock.instant().getEpochSecond()));
    }

    private String state(String connection, String device) {
        return site.device(connection, device).at("/device/state").asString();
    }

    private String lostLine(String connection) {
        return api.body(api.get(site.admin(), "/device-connections/" + connection))
                .at("/connection/lostNumber")
                .asString("");
    }

    private void stands(String connection, State state) {
        var error = Optional.of("refused").filter(_ -> state == State.DOWN);
        lines.stands(new Lines.Ref(Town.REGION, connection), state, error, clock.instant());
    }

    @Test
    void nobodyIsLostBecauseNobodyListened() {
        var key = site.sandbox("", "W1", "W2");
        node.listens(Duration.ofMinutes(1));
        speaks(key, "W1");
        speaks(key, "W2");
        node.isDown(NIGHT);
        assertThat(site.matters(key)).as("nothing was heard yet").isZero();
        node.listens(Duration.ofMinutes(60));
        assertThat(site.matters(key)).as("they have two hours, as they had").isZero();
        speaks(key, "W2");
        node.listens(Duration.ofMinutes(61));
        assertThat(state(key, "W1")).isEqualTo("offline");
        assertThat(state(key, "W2")).isEqualTo("ok");
    }

    /// Whoever takes over at once hears everything that there was to hear.
    @Test
    void aNodeThatHandsOverGivesNobodyMoreTime() {
        var key = site.sandbox("", "W1");
        node.listens(Duration.ofMinutes(1));
        speaks(key, "W1");
        for (int i = 0; i < 10; i++) {
            node.listens(Duration.ofMinutes(11));
            node = new Node(lines, rounds, clock);
            clock.move(Lines.LEASE.plusSeconds(1));
        }
        node.listens(Duration.ofMinutes(16));
        assertThat(state(key, "W1")).isEqualTo("offline");
    }

    @Test
    void nobodyIsLostBecauseTheLineWasDown() {
        var key = site.sandbox("", "W1");
        node.listens(Duration.ofMinutes(1));
        speaks(key, "W1");
        stands(key, State.DOWN);
        node.listens(Duration.ofMinutes(130));
        assertThat(lostLine(key)).as("that is said of the line").isNotEmpty();
        stands(key, State.UP);
        node.listens(Duration.ofMinutes(60));
        assertThat(state(key, "W1")).isEqualTo("ok");
        assertThat(lostLine(key)).isEmpty();
        node.listens(Duration.ofMinutes(61));
        assertThat(state(key, "W1")).isEqualTo("offline");
    }

    @Test
    void aLineThatWasDownOnceIsTriedBeforeItIsToldOf() {
        var key = site.sandbox("", "W1");
        node.listens(Duration.ofMinutes(1));
        stands(key, State.DOWN);
        node.isDown(NIGHT);
        assertThat(lostLine(key)).isEmpty();
        node.listens(Duration.ofMinutes(9));
        assertThat(lostLine(key)).isEmpty();
        node.listens(Duration.ofMinutes(2));
        assertThat(lostLine(key)).isNotEmpty();
    }

    @Test
    void aLineThatIsPausedIsNotSaidToBeBack() {
        var key = Site.fresh();
        var mqtt =
                "mqtt: { server: \"tcp://127.0.0.1:1\", client: %s, topics: [\"w/#\"] }\n"
                        .formatted(key);
        assertThat(site.put(key, Site.file(key, "mqtt", mqtt), "*")).hasStatusOk();
        stands(key, State.DOWN);
        node.listens(Duration.ofMinutes(11));
        assertThat(lostLine(key)).isNotEmpty();
        stands(key, State.IDLE);
        node.listens(Duration.ofMinutes(1));
        assertThat(lostLine(key)).isNotEmpty();
        stands(key, State.UP);
        node.listens(Duration.ofMinutes(1));
        assertThat(lostLine(key)).isEmpty();
    }

    /// Many that fall silent at once keep no alarm waiting, and no more of them are told of than may be.
    @Test
    void theLostAndTheAlarmedHaveAnHourEach() {
        var key = site.sandbox("per-hour: 2\n", "W1", "W2", "W3", "S1", "S2", "S3");
        node.listens(Duration.ofMinutes(1));
        node.listens(Duration.ofMinutes(121));
        assertThat(site.matters(key)).isEqualTo(2);
        for (var device : new String[] {"S1", "S2", "S3"}) {
            site.send(key, "s/" + device + "/smoke", "{\"id\":1,\"smoke\":true}");
        }
        assertThat(site.matters(key)).isEqualTo(4);
        assertThat(site.device(key, "S3").at("/device/waits").asBoolean()).isTrue();
    }
}
