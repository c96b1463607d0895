package org.huying.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huying.database.Postgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Made-up requests in the form of the recorded ones, through the shipped map: what the recordings show at large is shown
/// here wherever the tests run.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"huying.mode=replay", "huying.clock.recorded=true"})
class ReplaySampleTest {
    private static final String HEADING =
            "rec_id,created,street,street_code,community,community_code,type,main,sub,sub_id,unit,unit_id,source,property,status";
    private static final int ROWS = 24;

    @TempDir static Path folder;

    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;
    @Autowired private Ground ground;

    @DynamicPropertySource
    static void catalogue(DynamicPropertyRegistry registry) {
        Postgres.into(registry);
        try {
            Files.writeString(
                    folder.resolve("pingshan_event_types.tsv"),
                    "type_id\ttype\tmain_id\tmain\tsub_id\tsub\n1\t市政设施\t11\t照明\t101\t路灯不亮\n");
            Files.writeString(folder.resolve("sample.csv"), table());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        registry.add("huying.playbook.catalogues", () -> folder.toAbsolutePath());
    }

    @Test
    void everyRequestArrivesOnceWhereItBelongsAndWhatNobodyKnowsStaysUnknown() {
        var map = Replay.map(Path.of("../maps/pingshan.yaml"));
        var records = Records.read(folder.resolve("sample.csv"), map);
        var made = ground.prepare(map, records);
        var hands = ground.hands(URI.create("http://localhost:" + port + "/"), map.place());

        var first = Replay.drive(hands, map, records, made.ids(), 4, 0);
        assertThat(first.problems()).isEmpty();
        assertThat(first.whole().all()).isEqualTo(ROWS);
        assertThat(first.repeated()).isZero();
        assertThat(first.text()).contains("六和社区").contains("坪山街道");
        var second = Replay.drive(hands, map, records, made.ids(), 4, 0);
        assertThat(second.problems()).isEmpty();
        assertThat(second.repeated()).isEqualTo(ROWS);

        assertThat(stored("area"))
                .isEqualTo(Map.of("440310001001", 12L, "440310002001", 11L, "440310", 1L));
        assertThat(stored("state")).isEqualTo(Map.of("CLOSED", 23L, "IN_PROGRESS", 1L));
        assertThat(stored("CASE WHEN late_stages LIKE '%HANDLE%' THEN left(area, 9) ELSE '' END"))
                .isEqualTo(Map.of("", 18L, "440310001", 6L));
        assertThat(stored("channel")).containsOnlyKeys("at-pingshan", "hotline-12345");
    }

    private static String table() {
        var lines = new ArrayList<>(List.of(HEADING));
        for (int i = 0; i < ROWS; i++) {
            boolean west = i % 2 == 0;
            var place =
                    i == ROWS - 1
                            ? "-,,-,"
                            : west
                                    ? "坪山街道,440310001,六联社区,440310001001"
                                    : "马峦街道,440310002,坪环社区,440310002001";
            var unit = i == 0 ? "六和社区（坪山街道办事处）" : west ? "六和社区" : "坪环社区";
            lines.add(
                    "%d,2018-03-%02d 09:%02d:00,%s,市政设施,照明,路灯不亮,101,%s,%d,%s,%s,%s"
                            .formatted(
                                    900_000 + i,
                                    1 + (i % 28),
                                    i,
                                    place,
                                    unit,
                                    west ? 1754 : 1855,
                                    west ? "@坪山" : "12345",
                                    i % 3 == 0 ? "-" : "投诉",
                                    i == 1 ? "unknown" : i % 4 == 0 ? "late" : "intime"));
        }
        return String.join("\n", lines) + "\n";
    }

    private Map<String, Long> stored(String by) {
        var counts = new TreeMap<String, Long>();
        jdbc.sql(
                        "SELECT "
                                + by
                                + ", count(*) FROM matter.matter WHERE region = '440310' GROUP BY 1")
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }
}
