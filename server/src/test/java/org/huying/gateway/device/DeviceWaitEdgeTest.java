package org.huying.gateway.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.huying.Api;
import org.huying.Town;
import org.huying.access.MovableClock;
import org.huying.database.Postgres;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/// Alarms that wait: nothing but their end makes them go away, and calls do not wait.
@SpringBootTest(
        properties = {
            "huying.access.second-factor=false",
            "huying.alarms.enabled=false",
            "huying.devices.listens=false"
        })
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class, Site.class, MovableClock.Config.class})
class DeviceWaitEdgeTest {

    /// Water gauges and smoke detectors also say that they are there, under a topic of its own.
    private static final String BEATS =
            """
              - topic: w/{device}/beat
                kind: water-level
                battery: /bat
              - topic: s/{device}/beat
                kind: smoke
                readings: { dust: { at: /dust } }
                lost: { after: 2h }
              - topic: t/{device}/press
                kind: call-button
                time: { at: /ts, as: seconds }
                readings: { event: { at: /event, as: text } }
                alarm: { on: reading.event == "press", off: reading.event == "release" }
            """;

    @Autowired Site site;
    @Autowired Api api;
    @Autowired Rounds rounds;
    @Autowired Lines lines;
    @Autowired Tally tally;

    @Autowired
    @Qualifier("wallClock")
    MovableClock clock;

    private void after(Duration span) {
        clock.move(span);
        rounds.round();
    }

    private JsonNode level(String connection, String rest) {
        return site.send(
                connection,
                "w/W1/level",
                "{\"ts\":%d%s}".formatted(clock.instant().getEpochSecond(), rest));
    }

    private JsonNode button(String connection, int id, String event) {
        return site.send(
                connection, "c/C1/press", "{\"id\":%d,\"event\":\"%s\"}".formatted(id, event));
    }

    private JsonNode smoke(String connection, int id, boolean smoke) {
        return site.send(connection, "s/S1/smoke", "{\"id\":%d,\"smoke\":%s}".formatted(id, smoke));
    }

    private String withBeats(String... devices) {
        var key = Site.fresh();
        assertThat(site.put(key, Site.file(key, "sandbox", "") + BEATS, "*")).hasStatusOk();
        site.register(key, devices);
        return key;
    }

    private void mute(String connection, String device, Duration span) {
        var id = site.device(connection, device).at("/device/id").asString();
        var until = clock.instant().plus(span);
        var mute = "{\"until\":\"%s\",\"why\":\"检修\"}".formatted(until);
        assertThat(api.post(site.admin(), "/devices/" + id + "/mute", mute)).hasStatusOk();
    }

    @Test
    void aCallDoesNotWaitForTheHour() {
        var key = site.sandbox("per-hour: 1\n", "S1", "C1");
        smoke(key, 1, true);
        assertThat(button(key, 1, "press").at("/turn").asString()).isEqualTo("raised");
        assertThat(site.matters(key)).isEqualTo(2);
    }

    @Test
    void aCallThatIsHeldBackOutlivesWhateverElseTheButtonSays() {
        var key = site.sandbox("", "C1");
        mute(key, "C1", Duration.ofMinutes(10));
        button(key, 1, "press");
        after(Duration.ofMinutes(1));
        button(key, 2, "beat");
        assertThat(site.device(key, "C1").at("/device/waits").asBoolean()).isTrue();
        after(Duration.ofMinutes(8));
        assertThat(site.matters(key)).isZero();
        after(Duration.ofMinutes(2));
        assertThat(site.matters(key)).isEqualTo(1);
        var matter = site.device(key, "C1").at("/device/matter").asString();
        assertThat(api.matter(site.desk(), matter).toString())
                .contains("press")
                .doesNotContain("beat");
    }

    @Test
    void aPressAfterItsMatterWasClosedIsACallOfItsOwnAtOnce() {
        var key = site.sandbox("", "C1");
        var first = button(key, 1, "press");
        site.close(first.at("/matter").asString());
        after(Duration.ofSeconds(10));
        var second = button(key, 2, "press");
        assertThat(second.at("/turn").asString()).isEqualTo("raised");
        assertThat(second.at("/matter").asString()).isNotEqualTo(first.at("/matter").asString());
        after(Duration.ofSeconds(10));
        assertThat(button(key, 3, "press").at("/turn").asString())
                .as("one that is open is enough")
                .isEqualTo("none");
        assertThat(site.matters(key)).isEqualTo(2);
    }

    /// It was sent once more as nobody answered, after something else had been said.
    @Test
    void aCallThatComesLateIsACallUnlessItIsOver() {
        var key = withBeats("C1", "C2");
        var now = clock.instant().getEpochSecond();
        timed(key, "C1", now, "beat");
        assertThat(timed(key, "C1", now - 30, "press").at("/turn").asString()).isEqualTo("raised");
        timed(key, "C2", now, "release");
        assertThat(timed(key, "C2", now - 30, "press").at("/turn").asString()).isEqualTo("none");
        assertThat(site.matters(key)).isEqualTo(1);
    }

    private JsonNode timed(String connection, String device, long at, String event) {
        return site.send(
                connection,
                "t/" + device + "/press",
                "{\"ts\":%d,\"event\":\"%s\"}".formatted(at, event));
    }

    /// Its matter was closed, and the hour has no room for another: it need not be said a third time.
    @Test
    void anAlarmThatGoesOnAfterItsMatterWasClosedWaitsForTheHour() {
        var key = site.sandbox("per-hour: 1\n", "S1");
        site.close(smoke(key, 1, true).at("/matter").asString());
        after(Duration.ofMinutes(11));
        assertThat(smoke(key, 2, true).at("/turn").asString()).isEqualTo("none");
        assertThat(site.device(key, "S1").at("/device/waits").asBoolean()).isTrue();
        after(Duration.ofMinutes(40));
        assertThat(site.matters(key)).isEqualTo(1);
        after(Duration.ofMinutes(10));
        assertThat(site.matters(key)).isEqualTo(2);
    }

    @Test
    void whatSaysNothingOfAnAlarmNeitherEndsNorDelaysIt() {
        var key = withBeats("W1");
        level(key, ",\"level\":3.7");
        clock.move(Duration.ofSeconds(20));
        level(key, ",\"bat\":80");
        clock.move(Duration.ofSeconds(20));
        site.send(key, "w/W1/beat", "{\"bat\":79}");
        clock.move(Duration.ofSeconds(15));
        var old = clock.instant().getEpochSecond() - 600;
        site.send(key, "w/W1/level", "{\"ts\":%d,\"level\":1}".formatted(old));
        after(Duration.ofSeconds(6));
        assertThat(site.matters(key)).isEqualTo(1);
        var device = site.device(key, "W1").at("/device");
        assertThat(device.at("/battery").asInt()).isEqualTo(79);
        var matter = device.at("/matter").asString();
        assertThat(api.matter(site.desk(), matter).toString()).contains("水位 3.7 米");
    }

    @Test
    void aTopicThatMayBeSilentDoesNotUndoWhatAnotherOneAsks() {
        var key = withBeats("S1");
        var node = new Node(lines, rounds, clock);
        node.listens(Duration.ZERO);
        site.send(key, "s/S1/beat", "{\"dust\":1}");
        node.listens(Duration.ofMinutes(60));
        smoke(key, 1, false);
        node.listens(Duration.ofMinutes(119));
        assertThat(site.device(key, "S1").at("/device/state").asString()).isEqualTo("ok");
        node.listens(Duration.ofMinutes(2));
        assertThat(site.device(key, "S1").at("/device/state").asString()).isEqualTo("offline");
    }

    /// A battery was changed, and the clock begins in the year 2000: it alarms all the same, and somebody sees it.
    @Test
    void aDeviceWhoseClockFallsBackStillAlarmsAndIsSeen() {
        var key = site.sandbox("", "W1");
        level(key, ",\"level\":1");
        site.send(key, "w/W1/level", "{\"ts\":946684800,\"level\":3.9}");
        after(Duration.ofSeconds(61));
        assertThat(site.matters(key)).isEqualTo(1);
        site.send(key, "w/W1/level", "{\"ts\":946684800,\"level\":3.9}");
        assertThat(site.device(key, "W1").at("/heard").size()).as("not the same one").isEqualTo(3);
        assertThat(wrong(key)).isEqualTo("2 W1 clock");
    }

    /// By days only, as a message may well be late: it is not judged, and somebody sees it.
    @Test
    void aClockThatIsSetBackIsSeen() {
        var key = site.sandbox("", "W1");
        level(key, ",\"level\":1");
        clock.move(Duration.ofMinutes(59));
        var old = clock.instant().minus(Duration.ofDays(2)).getEpochSecond();
        site.send(key, "w/W1/level", "{\"ts\":%d,\"level\":1}".formatted(old));
        assertThat(wrong(key)).as("it may be late").isEqualTo("0 ");
        clock.move(Duration.ofMinutes(2));
        site.send(key, "w/W1/level", "{\"ts\":%d,\"level\":1}".formatted(old + 120));
        assertThat(wrong(key)).isEqualTo("1 W1 clock");
    }

    private String wrong(String connection) {
        tally.flush();
        var line =
                api.body(api.get(site.admin(), "/device-connections/" + connection))
                        .at("/connection");
        return line.at("/unread").asInt() + " " + line.at("/lastWrong").asString("");
    }
}
