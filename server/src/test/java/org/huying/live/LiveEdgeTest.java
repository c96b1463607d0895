package org.huying.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.huying.Api;
import org.huying.Town;
import org.huying.access.Accounts;
import org.huying.access.session.Sessions;
import org.huying.database.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// From a step to the ears of those who may see it, over real connections.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "huying.access.second-factor=false",
            "huying.live.heartbeat=300ms",
            "huying.live.each=4"
        })
@AutoConfigureMockMvc
@Import({Town.class, Api.class})
class LiveEdgeTest {

    private static final String LIVE = Api.PLACE + "/live";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        Postgres.into(registry);
    }

    @LocalServerPort int port;
    @Autowired Town town;
    @Autowired Api api;
    @Autowired Accounts accounts;
    @Autowired Sessions sessions;
    @Autowired Streams streams;

    private String desk = "";
    private String lamps = "";

    @BeforeEach
    void town() {
        town.ready();
        desk = town.token("simulator", Optional.empty());
        lamps = town.token("unit-handler", Optional.of("lamps"));
    }

    @Test
    void tellsAStepToThoseWhoSeeTheMatterAndToNobodyElse() throws IOException {
        var water = town.token("unit-handler", Optional.of("water"));
        var other = town.resident("13800005555");
        try (var deskEar = listen(desk, "");
                var lampsEar = listen(lamps, "");
                var waterEar = listen(water, "");
                var otherEar = listen(other, "")) {
            deskEar.hears("hello");
            lampsEar.hears("hello");
            waterEar.hears("hello");
            otherEar.hears("hello");
            var id = api.dispatched(desk, "路灯不亮", town.unit("lamps"));
            var told =
                    deskEar.hears(
                            "matter", id, town.unit("lamps").toString(), "\"act\":\"dispatch\"");
            assertThat(told.data())
                    .contains("\"state\":\"DISPATCHED\"", "\"area\":\"370481", "\"number\":\"")
                    .doesNotContain("路灯不亮", "13800001111", "张三");
            lampsEar.hears("matter", id);
            lampsEar.hears("notice");
            var next = api.dispatched(desk, "水管漏了", town.unit("water"));
            waterEar.hears("matter", next);
            waterEar.hears("notice");
            assertThat(waterEar.heard()).noneMatch(it -> it.data().contains(id));
            assertThat(lampsEar.heard())
                    .noneMatch(it -> it.data().contains(next) && it.data().contains("dispatch"));
            assertThat(otherEar.heard()).extracting(Ear.Heard::event).containsOnly("hello");
        }
    }

    @Test
    void aResidentHearsOfTheirOwn() throws IOException {
        var resident = town.resident("13800006666");
        try (var ear = listen(resident, "")) {
            ear.hears("hello");
            var id =
                    api.reported(resident, "我家门口的路灯", Town.REGION, "13800006666")
                            .at("/matter/id")
                            .asString();
            ear.hears("matter", id);
        }
    }

    @Test
    void goesOnAfterACutWithoutGapOrRepeat() throws IOException {
        String last;
        String first;
        try (var ear = listen(desk, "")) {
            ear.hears("hello");
            first = api.report(desk, "第一件");
            last = ear.hears("matter", first).id();
        }
        var missed = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            missed.add(api.report(desk, "错过的" + i));
        }
        try (var ear = listen(desk, last)) {
            for (var id : missed) {
                ear.hears("matter", id);
            }
            var then = api.report(desk, "后来的");
            ear.hears("matter", then);
            assertThat(ear.heard()).noneMatch(it -> it.event().equals("hello"));
            assertThat(ear.heard()).extracting(Ear.Heard::id).doesNotHaveDuplicates();
            for (var id : missed) {
                assertThat(ear.heard()).filteredOn(it -> it.data().contains(id)).isNotEmpty();
            }
        }
    }

    @Test
    void aQuietClientLearnsHowFarItHasCome() throws IOException {
        var leader = town.token("unit-handler", Optional.of("centre"));
        try (var ear = listen(leader, "")) {
            var begun = ear.hears("hello").id();
            api.report(desk, "与它无关");
            await().atMost(Duration.ofSeconds(20)).until(() -> !ear.last().equals(begun));
            assertThat(ear.heard()).hasSize(1);
        }
    }

    @Test
    void whoCannotBeToldWhatWasMissedBeginsAnew() throws IOException {
        var future = "18446744073709551615-ffffffff-ffff-ffff-ffff-ffffffffffff";
        try (var ear = listen(desk, future)) {
            ear.hears("reset");
        }
    }

    @Test
    void endsWithTheSession() throws IOException {
        var token = town.token("leader", Optional.empty());
        try (var ear = listen(token, "")) {
            ear.hears("hello");
            var account = accounts.byLogin(Town.REGION, "leader").orElseThrow();
            sessions.revoke(Town.REGION, account, Optional.empty());
            ear.hearsTheEnd();
        }
    }

    @Test
    void pushesThePulseToEverybody() throws IOException {
        try (var ear = new Ear(port, LIVE + "/pulse", "", "")) {
            assertThat(ear.status).isEqualTo(200);
            ear.hears("pulse", "\"received\":");
            await().atMost(Duration.ofSeconds(20)).until(() -> ear.heard().size() >= 2);
            assertThat(ear.heard()).noneMatch(it -> it.data().contains("title"));
        }
    }

    @Test
    void refusesWhatMakesNoSenseAndTooMany() throws IOException {
        try (var ear = listen("", "")) {
            assertThat(ear.status).isEqualTo(401);
        }
        try (var ear = listen(desk, "yesterday")) {
            assertThat(ear.status).isEqualTo(422);
        }
        try (var ear = listen(desk, "99999999999999999999-ffffffff-ffff-ffff-ffff-ffffffffffff")) {
            assertThat(ear.status).isEqualTo(422);
        }
        var busy = town.token("leader", Optional.of("water"));
        var open = new ArrayList<Ear>();
        for (int i = 0; i < 5; i++) {
            open.add(listen(busy, ""));
        }
        assertThat(open).extracting(it -> it.status).containsExactly(200, 200, 200, 200, 429);
        for (var ear : open) {
            ear.close();
        }
    }

    @Test
    void endsWhenTheServerDrains() throws IOException {
        try (var ear = listen(desk, "")) {
            ear.hears("hello");
            streams.stop();
            ear.hearsTheEnd();
            try (var late = listen(desk, "")) {
                assertThat(late.status).isEqualTo(503);
            }
        } finally {
            streams.start();
        }
    }

    private Ear listen(String token, String after) {
        return new Ear(port, LIVE, token, after);
    }
}
