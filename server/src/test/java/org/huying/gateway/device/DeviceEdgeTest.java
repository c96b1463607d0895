package org.huying.gateway.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
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
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/// Devices over the API: what their messages come to.
@SpringBootTest(
        properties = {
            "huying.access.second-factor=false",
            "huying.alarms.enabled=false",
            "huying.devices.listens=false"
        })
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class, Site.class, MovableClock.Config.class})
class DeviceEdgeTest {

    @Autowired Site site;
    @Autowired Api api;
    @Autowired MockMvcTester http;
    @Autowired Rounds rounds;
    @Autowired Lines lines;
    @Autowired Tally tally;

    @Autowired
    @Qualifier("wallClock")
    MovableClock clock;

    private JsonNode level(String connection, double level) {
        return site.send(
                connection,
                "w/W1/level",
                "{\"ts\":%d,\"level\":%s,\"bat\":88}"
                        .formatted(clock.instant().getEpochSecond(), level));
    }

    private void after(Duration span) {
        clock.move(span);
        rounds.round();
    }

    @Test
    void anAlarmThatLastsIsOneMatterUntilItIsOver() {
        var key = site.sandbox("", "W1");
        assertThat(level(key, 3.6).at("/turn").asString()).as("not yet").isEqualTo("none");
        after(Duration.ofSeconds(30));
        assertThat(level(key, 3.4).at("/turn").asString()).as("it was a wave").isEqualTo("none");
        after(Duration.ofMinutes(2));
        assertThat(site.matters(key)).isZero();
        level(key, 3.7);
        after(Duration.ofSeconds(61));
        assertThat(site.matters(key)).as("nothing spoke against it").isEqualTo(1);
        var device = site.device(key, "W1");
        var matter = device.at("/device/matter").asString();
        assertThat(device.at("/device/state").asString()).isEqualTo("alarm");
        assertThat(device.at("/device/battery").asInt()).isEqualTo(88);
        var view = api.matter(site.desk(), matter);
        assertThat(view.toString()).contains("水位 3.7 米：设备W1", "荆河北桥", "drain-blocked");
        after(Duration.ofMinutes(5));
        level(key, 3.8);
        level(key, 3.3);
        assertThat(site.history(matter)).as("quiet").doesNotContain("仍在报警");
        after(Duration.ofMinutes(31));
        assertThat(level(key, 3.9).at("/turn").asString()).isEqualTo("repeated");
        assertThat(site.history(matter)).contains("仍在报警，第 3 次");
        after(Duration.ofMinutes(1));
        assertThat(level(key, 3.1).at("/turn").asString()).isEqualTo("cleared");
        assertThat(site.history(matter)).contains("报警已解除");
        assertThat(site.matters(key)).isEqualTo(1);
        assertThat(site.device(key, "W1").at("/alarms").toString())
                .contains("raised", "repeated", "cleared");
    }

    @Test
    void theSameMessageIsTakenOnceAndAnOldOneChangesNothing() {
        var key = site.sandbox("", "S1", "W1");
        var message = "{\"id\":\"m1\",\"smoke\":true}";
        assertThat(site.send(key, "s/S1/smoke", message).at("/turn").asString())
                .isEqualTo("raised");
        var again = site.send(key, "s/S1/smoke", message);
        assertThat(again.at("/outcome").asString()).isEqualTo("repeated");
        assertThat(site.matters(key)).isEqualTo(1);
        level(key, 2.0);
        var old =
                site.send(
                        key,
                        "w/W1/level",
                        "{\"ts\":%d,\"level\":9}"
                                .formatted(clock.instant().getEpochSecond() - 600));
        assertThat(old.at("/outcome").asString()).isEqualTo("taken");
        assertThat(site.device(key, "W1").at("/device/readings/0/value").asString()).isEqualTo("2");
        assertThat(site.device(key, "W1").at("/device/waits").asBoolean()).isFalse();
    }

    @Test
    void aCallIsUrgentAndFurtherCallsJoinItUntilItIsClosed() {
        var key = site.sandbox("", "C1");
        var first = site.send(key, "c/C1/press", "{\"id\":1,\"event\":\"press\"}");
        var matter = first.at("/matter").asString();
        assertThat(api.matter(site.desk(), matter).toString()).contains("URGENT");
        after(Duration.ofMinutes(2));
        var second = site.send(key, "c/C1/press", "{\"id\":2,\"event\":\"press\"}");
        assertThat(second.at("/matter").asString()).isEqualTo(matter);
        assertThat(site.history(matter)).contains("仍在报警，第 2 次");
        site.close(matter);
        after(Duration.ofMinutes(2));
        var third = site.send(key, "c/C1/press", "{\"id\":3,\"event\":\"press\"}");
        assertThat(third.at("/matter").asString()).isNotEqualTo(matter);
        assertThat(site.matters(key)).isEqualTo(2);
    }

    @Test
    void aDeviceThatIsSilentIsLostOnceAndFoundWhenItSpeaks() {
        var key = site.sandbox("", "W1");
        var node = new Node(lines, rounds, clock);
        node.listens(Duration.ZERO);
        level(key, 1);
        node.listens(Duration.ofMinutes(119));
        assertThat(site.device(key, "W1").at("/device/state").asString()).isEqualTo("ok");
        node.listens(Duration.ofMinutes(2));
        node.listens(Duration.ofMinutes(60));
        var device = site.device(key, "W1").at("/device");
        assertThat(device.at("/state").asString()).isEqualTo("offline");
        assertThat(site.matters(key)).isEqualTo(1);
        level(key, 1);
        assertThat(site.device(key, "W1").at("/device/state").asString()).isEqualTo("ok");
        assertThat(site.history(device.at("/lost").asString())).contains("设备恢复");
        node.listens(Duration.ofMinutes(121));
        assertThat(site.matters(key)).as("the matter is still open").isEqualTo(1);
        assertThat(site.history(device.at("/lost").asString())).contains("又没有消息了");
    }

    @Test
    void whatIsMutedIsRaisedAfterwardsIfItStillAlarms() {
        var key = site.sandbox("", "S1");
        var id = site.device(key, "S1").at("/device/id").asString();
        var until = clock.instant().plus(Duration.ofHours(1));
        var mute = "{\"until\":\"%s\",\"why\":\"检修\"}".formatted(until);
        assertThat(api.post(site.admin(), "/devices/" + id + "/mute", mute)).hasStatusOk();
        assertThat(site.send(key, "s/S1/smoke", "{\"id\":1,\"smoke\":true}").at("/turn").asString())
                .isEqualTo("none");
        var device = site.device(key, "S1").at("/device");
        assertThat(device.at("/state").asString()).isEqualTo("muted");
        assertThat(device.at("/mutedWhy").asString()).isEqualTo("检修");
        after(Duration.ofMinutes(50));
        assertThat(site.matters(key)).isZero();
        after(Duration.ofMinutes(11));
        assertThat(site.matters(key)).isEqualTo(1);
        assertThat(api.post(site.admin(), "/devices/" + id + "/mute", mute))
                .as("that is over")
                .hasStatus(422);
    }

    @Test
    void aFloodOpensNoMoreMattersThanItMayAndLosesNone() {
        var devices = IntStream.range(0, 8).mapToObj(i -> "S" + i).toArray(String[]::new);
        var key = site.sandbox("per-hour: 3\n", devices);
        for (var device : devices) {
            site.send(key, "s/" + device + "/smoke", "{\"id\":1,\"smoke\":true}");
        }
        assertThat(site.matters(key)).isEqualTo(3);
        assertThat(site.device(key, "S7").at("/device/waits").asBoolean()).isTrue();
        site.send(key, "s/S7/smoke", "{\"id\":2,\"smoke\":false}");
        after(Duration.ofMinutes(2));
        assertThat(site.matters(key)).as("not within the hour").isEqualTo(3);
        after(Duration.ofMinutes(60));
        assertThat(site.matters(key)).isEqualTo(6);
        after(Duration.ofMinutes(61));
        assertThat(site.matters(key)).as("all but the one that is over").isEqualTo(7);
    }

    @Test
    void whatCannotBeReadOrIsStrangeIsCountedAndFilesNothing() {
        var key = site.sandbox("", "S1");
        assertThat(site.send(key, "s/S9/smoke", "{\"smoke\":true}").at("/outcome").asString())
                .isEqualTo("strange");
        assertThat(site.send(key, "x", "{}").at("/outcome").asString()).isEqualTo("unread");
        tally.flush();
        var line = api.body(api.get(site.admin(), "/device-connections/" + key)).at("/connection");
        assertThat(line.at("/strange").asInt()).isEqualTo(1);
        assertThat(line.at("/unread").asInt()).isEqualTo(1);
        assertThat(line.at("/lastWrong").asString()).isEqualTo("x no-rule");
    }

    @Test
    void aTryShowsWhatWouldBecomeOfAMessageAndStoresNothing() {
        var key = site.sandbox("", "S1");
        var result = site.attempt(key, "try", "s/S1/smoke", "{\"id\":7,\"smoke\":true}");
        assertThat(result).hasStatusOk();
        var view = api.body(result);
        assertThat(view.at("/rule").asInt()).isEqualTo(3);
        assertThat(view.at("/name").asString()).isEqualTo("设备S1");
        assertThat(view.at("/on").asBoolean()).isTrue();
        assertThat(view.at("/turn").asString()).isEqualTo("raised");
        assertThat(view.at("/title").asString()).isEqualTo("烟感报警：设备S1");
        assertThat(site.device(key, "S1").at("/heard").size()).isZero();
        assertThat(site.matters(key)).isZero();
        var wrong = api.body(site.attempt(key, "try", "s/S1/smoke", "[1"));
        assertThat(wrong.at("/wrong").asString()).isEqualTo("no-json");
    }

    @Test
    void theRegisterIsAllOrNothingAndListedByKeyAndState() {
        var key = site.sandbox("", "S1", "S2", "W1", "C1");
        var twice = site.register(List.of(Site.entry(key, "S3", ""), Site.entry(key, "S3", "")));
        assertThat(twice).hasStatus(422);
        var put = site.register(List.of(Site.entry(key, "S1", ""), Site.entry(key, "S4", "")));
        assertThat(api.body(put).at("/fresh").asInt()).isEqualTo(1);
        site.send(key, "s/S2/smoke", "{\"id\":1,\"smoke\":true}");
        var at = "/devices?connection=" + key;
        assertThat(items(at + "&state=alarm")).containsExactly("S2");
        assertThat(items(at + "&kind=smoke")).containsExactly("S1", "S2", "S4");
        assertThat(items(at + "&state=unheard")).containsExactly("S1", "W1", "C1", "S4");
        var more = IntStream.range(100, 147).mapToObj(it -> Site.entry(key, "S" + it, "")).toList();
        assertThat(site.register(more)).hasStatusOk();
        var page = api.body(api.get(site.admin(), at));
        assertThat(page.at("/items").size()).isEqualTo(50);
        assertThat(items(at + "&after=" + page.at("/next").asString()))
                .containsExactly("S145", "S146");
        assertThat(api.get(site.desk(), "/devices")).hasStatus(403);
        var id = site.device(key, "S2").at("/device/id").asString();
        assertThat(api.send(HttpMethod.DELETE, site.admin(), "/devices/" + id, "")).hasStatus(204);
        assertThat(api.get(site.admin(), "/devices/" + id)).hasStatus(404);
    }

    private List<String> items(String path) {
        return api.body(api.get(site.admin(), path))
                .at("/items")
                .valueStream()
                .map(it -> it.at("/key").asString())
                .toList();
    }

    @Test
    void aFileIsKeptWithItsMistakesOutAndItsPasswordNeverShown() {
        var key = Site.fresh();
        var mqtt =
                "mqtt: { server: \"ssl://127.0.0.1\", client: c1, user: u, topics: [\"w/#\"] }\n";
        var file = Site.file(key, "mqtt", mqtt);
        var wrong = site.put(key, file.replace("reading.level > 3.5", "reading.depth > 1"), "*");
        assertThat(wrong).hasStatus(422);
        assertThat(api.body(wrong).at("/findings/0/code").asString()).isEqualTo("unknown-fact");
        assertThat(api.body(wrong).at("/findings/0/line").asInt()).isPositive();
        var put = site.put(key, file, "*");
        assertThat(api.body(put).at("/connection/lacksPassword").asBoolean()).isTrue();
        assertThat(site.put(key, file, "\"9\"")).hasStatus(412);
        var kept =
                api.send(
                        HttpMethod.PUT,
                        site.admin(),
                        "/device-connections/" + key + "/password",
                        "{\"password\":\"geheim-7\"}");
        assertThat(kept).hasStatusOk();
        assertThat(api.body(kept).at("/connection/lacksPassword").asBoolean()).isFalse();
        assertThat(api.body(kept).toString()).doesNotContain("geheim");
        assertThat(site.attempt(key, "send", "s/S1/smoke", "{}")).hasStatus(409);
    }
}
