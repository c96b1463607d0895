package org.huying.gateway.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.Api;
import org.huying.Town;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.database.Postgres;
import org.huying.territory.TerritoryCode;
import org.huying.tile.Referee;
import org.huying.tile.Referee.Feature;
import org.huying.tile.Tile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/// Devices on the map, as far as somebody reaches.
@SpringBootTest(properties = {"huying.access.second-factor=false", "huying.devices.listens=false"})
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class, Site.class})
class DeviceMapEdgeTest {

    private static final String STREET = "370481112";
    private static final String NEXT = "370481113";
    private static final double LAT = 35.0801;

    @Autowired Site site;
    @Autowired Town town;
    @Autowired Api api;
    @Autowired Accounts accounts;

    private String register(double lon, String... devices) {
        var key = site.sandbox("links: [video.example.org]\n");
        var entries =
                java.util.Arrays.stream(devices)
                        .map(it -> {
                            var link =
                                    it.startsWith("V")
                                            ? ",\"link\":\"https://video.example.org/" + it + "\""
                                            : "";
                            return Site.entry(
                                            key,
                                            it,
                                            ",\"lon\":%s,\"lat\":%s".formatted(lon, LAT) + link)
                                    .replace(
                                            "\"area\":\"" + Town.REGION + "\"",
                                            "\"area\":\"" + STREET + "\"");
                        })
                        .toList();
        assertThat(site.register(entries)).hasStatusOk();
        return key;
    }

    @Test
    void everyDeviceIsShownNearbyAndFromAfarWhatAlarms() {
        double lon = 117.4611;
        var key = register(lon, "S1", "V1");
        var desk = town.token("county-desk", Optional.empty());
        assertThat(read(desk, at(13, lon)))
                .extracting(it -> it.text("state"))
                .containsOnly("unheard");
        assertThat(read(desk, at(12, lon))).isEmpty();
        site.send(key, "s/S1/smoke", "{\"id\":1,\"smoke\":true}");
        var own = site.device(key, "S1").path("device");
        var alarm =
                read(desk, at(8, lon)).stream()
                        .filter(it -> it.text("id").equals(own.path("id").asString()))
                        .findFirst()
                        .orElseThrow();
        assertThat(alarm.text("name")).isEqualTo("设备S1");
        assertThat(alarm.text("kind")).isEqualTo("smoke");
        assertThat(alarm.text("state")).isEqualTo("alarm");
        assertThat(alarm.text("number")).isNotBlank();
        assertThat(alarm.text("matter")).isEqualTo(own.path("matter").asString());
        assertThat(alarm.says().containsKey("link")).isFalse();
        var near = read(desk, at(16, lon));
        assertThat(near).hasSize(2);
        var camera = near.stream().filter(it -> it.text("kind").equals("camera-point")).findFirst();
        assertThat(camera.orElseThrow().text("link")).isEqualTo("https://video.example.org/V1");
        assertThat(camera.orElseThrow().says().keySet().stream().map(String::valueOf))
                .containsExactlyInAnyOrder("id", "name", "kind", "state", "place", "link");
        assertThat(read(desk, at(16, lon + 1))).isEmpty();
    }

    @Test
    void theNextStreetUnitsAndResidentsSeeNone() {
        double lon = 117.5611;
        var key = register(lon, "S1");
        site.send(key, "s/S1/smoke", "{\"id\":1,\"smoke\":true}");
        assertThat(read(street(STREET), at(16, lon))).hasSize(1);
        assertThat(read(street(NEXT), at(16, lon))).isEmpty();
        assertThat(read(street(NEXT), at(6, lon))).noneMatch(it -> it.text("name").equals("设备S1"));
        var tile = uri(at(16, lon));
        var lamps = town.token("unit-handler", Optional.of("lamps"));
        assertThat(api.get(lamps, tile)).hasStatus(403);
        var leader = town.token("leader", Optional.of("lamps"));
        assertThat(api.get(leader, tile)).as("devices are no unit's property").hasStatus(404);
        assertThat(api.get(town.resident("13800004444"), tile)).hasStatus(403);
        assertThat(api.get("", tile)).hasStatus(401);
        assertThat(api.get(street(STREET), "/tiles/devices/12/0/4096")).hasStatus(404);
        assertThat(api.get(street(STREET), "/tiles/devices/19/0/0")).hasStatus(404);
    }

    @Test
    void withoutAnAreaOrAPointItBelongsToTheCounty() {
        double lon = 117.6611;
        var key = site.sandbox("");
        var entry =
                Site.entry(key, "S1", ",\"lon\":%s,\"lat\":%s".formatted(lon, LAT))
                        .replace(",\"area\":\"" + Town.REGION + "\"", "");
        assertThat(site.register(List.of(entry, Site.entry(key, "S2", "")))).hasStatusOk();
        assertThat(read(town.token("county-desk", Optional.empty()), at(16, lon))).hasSize(1);
        assertThat(read(street(STREET), at(16, lon))).isEmpty();
    }

    private String street(String area) {
        var login = "d" + UUID.randomUUID().toString().substring(0, 8);
        var id =
                accounts.create(
                        new NewAccount(
                                Town.REGION,
                                login,
                                login,
                                Caller.Kind.STAFF,
                                Optional.empty(),
                                false,
                                List.of(NewGrant.of("street-desk", TerritoryCode.of(area)))));
        return accounts.openSession(id, Town.REGION);
    }

    private List<Feature> read(String token, Tile tile) {
        var result = api.get(token, uri(tile));
        assertThat(result).hasStatusOk();
        return Referee.read(result.getResponse().getContentAsByteArray(), "devices");
    }

    private static String uri(Tile tile) {
        return "/tiles/devices/%d/%d/%d".formatted(tile.z(), tile.x(), tile.y());
    }

    private static Tile at(int zoom, double lon) {
        return new Tile(
                zoom,
                (int) Math.scalb(Tile.east(lon), zoom),
                (int) Math.scalb(Tile.south(LAT), zoom));
    }
}
