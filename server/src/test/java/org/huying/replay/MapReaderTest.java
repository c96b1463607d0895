package org.huying.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapReaderTest {

    private static final String LEAST =
            """
            replay: here
            place: "370481"
            id: "{no}"
            time: { from: "{at}", pattern: "yyyy-MM-dd HH:mm", zone: Asia/Shanghai }
            fields:
              channel: web
              demand: { from: "{kind}", values: { 投诉: complaint }, otherwise: unstated }
              title: "{what}"
              text: "{what}"
              area: { from: [ "{code}", "{street}" ], otherwise: "370481" }
            status: { from: "{end}", values: { y: in-time, n: late } }
            unit: { key: "u-{unit#}", name: "{unit}" }
            rating: { in-time: satisfied, late: dissatisfied }
            """;

    @Test
    void theShippedMapIsSound() throws IOException {
        var map =
                MapReader.read("pingshan.yaml", Files.readString(Path.of("../maps/pingshan.yaml")));
        assertThat(map.place()).isEqualTo("440310");
        assertThat(map.labels()).hasSize(4);
    }

    @Test
    void namesFileLineAndPathOfEveryMistakeAtOnce() {
        var broken =
                LEAST.replace("place: \"370481\"", "place: 滕州\nplaec: x")
                        .replace("n: late", "n: slow")
                        .replace("{unit#}", "{unit#");
        assertThatExceptionOfType(MapRefused.class)
                .isThrownBy(() -> MapReader.read("m.yaml", broken))
                .satisfies(refused ->
                        assertThat(refused.mistakes())
                                .hasSize(4)
                                .anyMatch(it -> it.startsWith("m.yaml:2: place:"))
                                .anyMatch(it -> it.startsWith("m.yaml:3: plaec:"))
                                .anyMatch(it -> it.startsWith("m.yaml:12: status:"))
                                .anyMatch(it -> it.startsWith("m.yaml:13: unit.key:")));
    }

    @Test
    void takesTheFirstPatternThatSaysSomethingAndElseTheFixedWord() {
        var area = MapReader.read("m.yaml", LEAST).facts().area();
        var missing = Set.of("", "-");
        assertThat(area.in(Map.of("code", "370481001002", "street", "370481001"), missing))
                .contains("370481001002");
        assertThat(area.in(Map.of("code", "-", "street", "370481001"), missing))
                .contains("370481001");
        assertThat(area.in(Map.of("code", "-", "street", ""), missing)).contains("370481");
    }

    @Test
    void namesRowAndFieldOfEveryRecordThatDoesNotFit(@TempDir Path folder) throws IOException {
        var file = folder.resolve("r.csv");
        Files.writeString(
                file,
                """
                no,at,kind,what,code,street,end,unit
                1,2026-03-02 09:00,投诉,路灯,,,y,甲
                1,2026-03-02 09:00,投诉,路灯,,,y,甲
                2,02.03.2026,投诉,路灯,,,maybe,甲
                """);
        var map = MapReader.read("m.yaml", LEAST);
        assertThatExceptionOfType(org.huying.cli.Refusal.class)
                .isThrownBy(() -> Records.read(file, map))
                .withMessageContaining("row 2: id: 重复 twice: 1")
                .withMessageContaining("row 3: time")
                .withMessageContaining("row 3: status: 映射里没有 not in the map: “maybe”");
    }
}
