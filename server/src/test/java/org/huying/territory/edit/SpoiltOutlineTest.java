package org.huying.territory.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.huying.fuzz.SpoiltJson;
import org.huying.territory.geo.Datum;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whatever stands in a file of outlines, each feature becomes an outline or a flaw.
class SpoiltOutlineTest {

    private static final String REGION = "370481";
    private static final List<Datum> DATUMS = List.of(Datum.values());
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String RING = "[[117.1,35.0],[117.2,35.0],[117.2,35.1],[117.1,35.0]]";
    private static final String SOUND =
            """
            {"type":"FeatureCollection","features":[
             {"type":"Feature","properties":{"code":"370481001001001","name":"一","kind":"GRID","households":3,"residents":9,"generated":false},
              "geometry":{"type":"Polygon","coordinates":[RING]}},
             {"type":"Feature","properties":{"code":"370481001001002","name":{"zh":"二"},"kind":"GRID"},
              "geometry":{"type":"MultiPolygon","coordinates":[[RING],[RING,RING]]}}]}
            """
                    .replace("RING", RING);

    @Property(tries = 2_000)
    void aSpoiltFileIsReadOrToldWhatIsWrong(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var text = SpoiltJson.of(SOUND.getBytes(StandardCharsets.UTF_8), random);
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException _) {
            return; // refused before anybody looks for outlines
        }
        var datum = DATUMS.get(random.nextInt(DATUMS.size()));
        var file = FeatureFile.read(root, REGION, datum);
        boolean nothing =
                "FeatureCollection".equals(root.path("type").asString(""))
                        && root.path("features").isArray()
                        && root.path("features").isEmpty();
        assertThat(file.features().isEmpty() && file.flaws().isEmpty()).isEqualTo(nothing);
    }

    private static final String ENDLESS =
            "1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
                    + "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
                    + "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
                    + "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Polygon\",\"coordinates\":[[[" + ENDLESS + ",0],[0,0],[1,1],[0,0]]]}",
                "{\"type\":\"MultiPolygon\",\"coordinates\":{\"a\":1}}",
                "{\"type\":\"MultiPolygon\",\"coordinates\":[{\"a\":1}]}",
                "{\"type\":\"MultiPolygon\",\"coordinates\":[[{\"a\":1}]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[{\"a\":[],\"b\":[],\"c\":[],\"d\":[]}]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[1e999,0],[0,0],[1,1],[1e999,0]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[{},0],[0,0],[1,1],[{},0]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0,0],[0,0],[0,0]]]}",
                "{\"type\":{\"a\":1},\"coordinates\":null}",
                "[]",
                "7"
            })
    void aShapeThatIsNoneIsAFlaw(String geometry) {
        var reading = new OutlineReader(Datum.CGCS2000).read(JSON.readTree(geometry));
        assertThat(reading.shape()).isEmpty();
        assertThat(reading.fault().orElseThrow().en()).isNotBlank();
    }

    /// A file may be 20 MB: an outline of as many corners that cross each other is refused within seconds.
    @Test
    void anOutlineOfManyCornersIsReadOrRefusedInTime() {
        var random = new SplittableRandom(20);
        var ring = new StringBuilder("[");
        for (int i = 0; i < 200_000; i++) {
            ring.append(
                    "[%.6f,%.6f],".formatted(117 + random.nextDouble(), 35 + random.nextDouble()));
        }
        var first = ring.substring(1, ring.indexOf("]") + 1);
        var geometry =
                "{\"type\":\"Polygon\",\"coordinates\":[%s]}"
                        .formatted(ring.append(first).append("]"));
        var root = JSON.readTree(geometry);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThat(new OutlineReader(Datum.CGCS2000).read(root).fault()).isPresent());
    }
}
