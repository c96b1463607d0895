package org.huying.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.huying.access.Accounts;
import org.huying.client.Api;
import org.huying.client.Loop;
import org.huying.database.Postgres;
import org.huying.eventlog.Consumers;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A small county with a real town in it, founded and lived in.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "huying.mode=demo",
            "huying.place=640202",
            "huying.clock.recorded=true",
            "huying.access.second-factor=false",
            "huying.access.open-per-minute=0"
        })
class DemoTest {

    private static final String REGION = "640202";
    private static final TerritoryCode PLACE = TerritoryCode.of(REGION);

    private final ConfigurableApplicationContext context;
    private final Founding founding;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final Consumers consumers;

    @LocalServerPort private int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        Postgres.into(registry);
    }

    DemoTest(
            @Autowired ConfigurableApplicationContext context,
            @Autowired Founding founding,
            @Autowired Accounts accounts,
            @Autowired JdbcClient jdbc,
            @Autowired Consumers consumers) {
        this.context = context;
        this.founding = founding;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.consumers = consumers;
    }

    @Test
    void foundsATownOnceAndWorksWhatIsSaidThereToItsEnd() {
        var base = URI.create("http://localhost:" + port + "/");
        var town = founding.found(PLACE);
        assertThat(founding.found(PLACE).cells()).isEqualTo(town.cells());
        assertThat(
                        count(
                                "SELECT count(*) FROM territory.node WHERE region = '640202' AND generated"))
                .isEqualTo(
                        town.cells().stream()
                                .filter(it -> it.code().value().length() > 12)
                                .count());

        try (var simulation = Demo.simulation(context, base, town, true)) {
            assertThat(simulation.run(12)).isEqualTo(12);
        }
        assertThat(
                        count(
                                "SELECT count(*) FROM matter.matter WHERE region = '640202' AND state = 'CLOSED'"))
                .isEqualTo(12);
        consumers.drain();

        var api = Api.at(base);
        var welcome = api.get("/api/v1/welcome").orThrow();
        assertThat(welcome.path("region").asString()).isEqualTo(REGION);
        assertThat(welcome.path("guide").path("accounts").size()).isEqualTo(11);
        var pulse = api.get("/api/v1/640202/pulse").orThrow();
        assertThat(pulse.path("received").asInt()).isEqualTo(12);
        assertThat(pulse.path("closed").asInt()).isEqualTo(12);
        assertThat(pulse.path("latest").size()).isEqualTo(10);

        leavesToVisitorsWhatLiesWhereTheySit(base, town);
        hasDevicesThatSpeakAndOneThatAlarms(base, town);
    }

    private void hasDevicesThatSpeakAndOneThatAlarms(URI base, Founding.Town town) {
        for (int start = 0; start < 2; start++) {
            try (var _ = Sensors.connect(accounts, base, town.cells())) {
                var heard = (start + 1) * 8L;
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> count("SELECT count(*) FROM gateway.device_reading") == heard);
            }
        }
        assertThat(count("SELECT count(*) FROM gateway.device WHERE phase = 'alarmed'"))
                .isEqualTo(1);
        assertThat(
                        count(
                                """
                                SELECT count(*) FROM gateway.device d
                                  JOIN matter.matter m ON m.region = d.region AND m.id = d.matter
                                 WHERE m.area = d.area AND m.title LIKE '水位 3.7 米%'
                                """))
                .isEqualTo(1);
        assertThat(count("SELECT count(*) FROM gateway.device_alarm WHERE opened")).isEqualTo(1);
        assertThat(count("SELECT count(*) FROM gateway.device WHERE link IS NOT NULL"))
                .isEqualTo(2);
    }

    private void leavesToVisitorsWhatLiesWhereTheySit(URI base, Founding.Town town) {
        var people = Demo.people(context, new Cast(accounts, base, REGION), town);
        var visitors =
                new Visitors(accounts, REGION, Guests.places(town.cells()), InstantSource.system());
        var strangers = new Strangers(new Cast(accounts, base, REGION), people, visitors);
        var street = Objects.requireNonNull(Guests.places(town.cells()).get("jiedao"));
        var said =
                new Loop(Api.at(base), REGION)
                        .report(
                                "visitor",
                                Map.of(
                                        "channel",
                                        "snap",
                                        "title",
                                        "井盖松动",
                                        "text",
                                        "车一压就响",
                                        "area",
                                        street.value()),
                                Optional.empty());
        consumers.drain();
        assertThat(visitors.attended()).isEmpty();
        assertThat(strangers.waiting(Set.of())).contains(said.matter().id());

        Api.at(base)
                .post(
                        "/api/v1/session",
                        Map.of(
                                "login",
                                "jiedao",
                                "password",
                                Guests.PASSWORD,
                                "region",
                                REGION,
                                "cookie",
                                false),
                        Map.of())
                .orThrow();
        assertThat(visitors.attended()).containsExactly(street);
        assertThat(strangers.waiting(Set.of())).doesNotContain(said.matter().id());
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
