package org.huying.gateway.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.playbook.check.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong in a file is said with its line.
class PlanFileTest {

    private static final String RIVER = Example.file("riverside");

    private static List<String> codes(String file) {
        return PlanFile.read("test.yaml", file).findings().all().stream()
                .map(Finding::code)
                .toList();
    }

    @Test
    void theSamplesAreWhatTheySay() {
        var river = Example.plan("riverside");
        assertThat(river.rules()).hasSize(4);
        assertThat(river.means())
                .isInstanceOfSatisfying(
                        Plan.Means.Mqtt.class,
                        it -> {
                            assertThat(it.five()).isTrue();
                            assertThat(it.secure()).isTrue();
                            assertThat(it.server().getPort()).isEqualTo(8883);
                        });
        var level = river.rules().getFirst().alarm().orElseThrow();
        assertThat(level.timing().hold()).isEqualTo(Duration.ofMinutes(1));
        assertThat(level.timing().quiet()).isEqualTo(Duration.ofMinutes(30));
        assertThat(river.rules().getLast().alarm().orElseThrow().urgent()).isTrue();
        assertThat(Example.plan("cameras").hosts()).containsExactly("video.example.org");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reading.level > 3.5|reading.depth > 3.5|unknown-fact",
                "reading.level > 3.5|reading.level|bad-condition",
                "level: { at: /data/level }|level: { at: /data/faceId }|personal",
                "level: { at: /data/level }|plate: { at: /data/p }|personal",
                "ssl://mqtt.example.org:8883|http://mqtt.example.org|bad-url",
                "ssl://mqtt.example.org:8883|tcp://mqtt.example.org|open-password",
                "by: mqtt|by: http|missing",
                "topic: river/{device}/level|topic: river/level|no-device",
                "river/#|river/#/x|bad-topic",
                "水位 {reading.level} 米：{name}|水位 {owner}|unknown-name"
            })
    void mistakesAreFound(String old, String wrong, String code) {
        assertThat(RIVER).contains(old);
        assertThat(codes(RIVER.replace(old, wrong))).contains(code);
    }

    @Test
    void secretsHaveNoPlaceInIt() {
        assertThat(codes(RIVER.replace("user: huying", "password: geheim"))).isNotEmpty();
    }

    @Test
    void wordsAreFilledIn() {
        var device =
                new Device(
                        "370481",
                        new UUID(0, 1),
                        "riverside",
                        "WL-7",
                        DeviceKind.WATER_LEVEL,
                        "北桥",
                        "荆河北桥下",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        new Standing(
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                Map.of(),
                                Optional.empty(),
                                Watch.CALM,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
        Map<String, Object> values = Map.of("level", 3.6100001, "open", true);
        var at = Instant.parse("2026-11-30T00:00:00Z");
        assertThat(Wording.fill("水位 {reading.level} 米：{name}", device, values, at))
                .isEqualTo("水位 3.61 米：北桥");
        assertThat(Wording.fill("{place} {readings} {time}", device, values, at))
                .isEqualTo("荆河北桥下 level=3.61，open=true 2026-11-30 08:00:00");
    }
}
