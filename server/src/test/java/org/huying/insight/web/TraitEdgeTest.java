package org.huying.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.huying.Api;
import org.huying.Town;
import org.huying.database.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/// Counts by what matters are about, through the API.
@SpringBootTest
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class TraitEdgeTest {

    private static final String STREET = Town.REGION + "001";

    @Autowired Town town;
    @Autowired Api api;

    private String desk = "";

    @BeforeEach
    void town() {
        town.ready();
        desk = town.token("county-desk", Optional.empty());
    }

    /// Other classes report in this county too, so what is asked is what two more reports add.
    @Test
    void countsByClassItemChannelAndDemandWithTheirNames() {
        api.drain();
        var before = lamps("");
        var inStreetBefore = lamps("?area=" + STREET);
        api.reported(desk, "一盏灯", STREET, "13800005551");
        api.reported(desk, "又一盏", Town.REGION, "13800005552");
        api.drain();
        for (var trait : List.of("class", "item", "channel", "demand")) {
            assertThat(kinds(trait, "")).as(trait).isNotEmpty();
        }
        var after = lamps("");
        assertThat(after.reported() - before.reported()).isEqualTo(2);
        assertThat(after.open() - before.open()).isEqualTo(2);
        assertThat(after.closed()).isEqualTo(before.closed());
        assertThat(lamps("?area=" + STREET).reported() - inStreetBefore.reported()).isEqualTo(1);
        assertThat(kinds("item", "?area=" + Town.REGION + "002")).isEmpty();
        assertThat(kinds("item", "?from=2020-01-01&to=2020-02-01")).isEmpty();
    }

    @Test
    void refusesWhatItCannotCountAndWhatIsOutOfReach() {
        assertThat(api.get(desk, "/counters/by/colour")).hasStatus(422);
        assertThat(api.get(desk, "/counters/by/item?from=2026-01-02&to=2026-01-01")).hasStatus(422);
        assertThat(api.get(desk, "/counters/by/item?area=12")).hasStatus(422);
        assertThat(api.get("", "/counters/by/item")).hasStatus(401);
        assertThat(api.get(town.resident("13800005553"), "/counters/by/item")).hasStatus(403);
        var handler = town.token("unit-handler", Optional.of("lamps"));
        assertThat(api.get(handler, "/counters/by/item")).as("a unit has no place").hasStatus(404);
        assertThat(kinds("item", "?area=370482001")).as("another county").isEmpty();
    }

    private record Lamps(int reported, int open, int closed) {}

    private Lamps lamps(String query) {
        for (var kind : kinds("item", query)) {
            if (kind.at("/name").asString().equals("路灯不亮")) {
                return new Lamps(
                        kind.at("/reported").asInt(),
                        kind.at("/open").asInt(),
                        kind.at("/closed").asInt());
            }
        }
        return new Lamps(0, 0, 0);
    }

    private JsonNode kinds(String trait, String query) {
        var result = api.get(desk, "/counters/by/" + trait + query);
        assertThat(result).hasStatusOk();
        return api.body(result).at("/kinds");
    }
}
