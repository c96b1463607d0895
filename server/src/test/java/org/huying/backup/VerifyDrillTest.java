package org.huying.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.huying.Town;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.audit.Sealer;
import org.huying.database.Postgres;
import org.huying.eventlog.Consumers;
import org.huying.vault.ChainCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The drill: what people did is backed up, restored elsewhere, counted and verified; then one bit is flipped behind the
/// program's back, and the verification points at the very row.
@SpringBootTest
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class})
class VerifyDrillTest {
    private static final String MATTERS = "/api/v1/" + Town.REGION + "/matters";

    @TempDir Path folder;

    @Autowired private MockMvcTester http;
    @Autowired private Town town;
    @Autowired private JsonMapper json;
    @Autowired private Audit audit;
    @Autowired private Sealer sealer;
    @Autowired private Consumers consumers;
    @Autowired private DataSource source;

    @Test
    void restoresElsewhereAndLocatesASingleFlippedBit() throws Exception {
        for (int i = 0; i < 5; i++) {
            work("drill-" + i);
        }
        var file = folder.resolve("drill.huying");
        new Backup(source, Clock.systemUTC()).write(file, _ -> {});
        var counts = counts(source);
        var target = Postgres.empty();
        new Restore(target).read(file, _ -> {});

        assertThat(counts(target)).isEqualTo(counts);
        assertThat(counts.get("matter.matter")).isGreaterThanOrEqualTo(5);
        var sound = new Verification(target).run();
        assertThat(sound)
                .containsOnlyKeys("matter history", "whistle history", "task history", "audit");
        assertThat(sound.values()).allSatisfy(report -> assertThat(report.damages()).isEmpty());
        assertThat(sound)
                .hasEntrySatisfying(
                        "matter history",
                        report -> assertThat(report.rows()).isGreaterThanOrEqualTo(5));
        assertThat(sound)
                .hasEntrySatisfying(
                        "audit", report -> assertThat(report.rows()).isGreaterThanOrEqualTo(5));

        var jdbc = JdbcClient.create(target);
        var step =
                row(
                        jdbc,
                        "SELECT region || ' ' || matter || ' ' || seq FROM matter.step ORDER BY matter, seq LIMIT 1 OFFSET 4");
        assertLocated(target, flip("matter.step", "step_is_history", "actor_name", step), step);
        var seen =
                row(
                        jdbc,
                        "SELECT region || ' ' || id FROM access.audit ORDER BY id LIMIT 1 OFFSET 2");
        assertLocated(
                target,
                flip("access.audit", "audit_append_only", "subject", seen),
                seen.substring(seen.indexOf(' ') + 1));
    }

    /// Flips a bit, wants exactly one damage at `row`, flips it back and wants none.
    private static void assertLocated(DataSource target, List<String> flip, String row) {
        var jdbc = JdbcClient.create(target);
        flip.forEach(sql -> jdbc.sql(sql).update());
        assertThat(damages(target)).extracting(ChainCheck.Damage::row).containsExactly(row);
        flip.forEach(sql -> jdbc.sql(sql).update());
        assertThat(damages(target)).isEmpty();
    }

    private static List<ChainCheck.Damage> damages(DataSource target) {
        return new Verification(target)
                .run().values().stream().flatMap(report -> report.damages().stream()).toList();
    }

    /// One bit of the first letter of a column.
    private static List<String> flip(String table, String trigger, String column, String key) {
        var id =
                table.equals("matter.step")
                        ? "region || ' ' || matter || ' ' || seq"
                        : "region || ' ' || id";
        return List.of(
                "ALTER TABLE " + table + " DISABLE TRIGGER " + trigger,
                "UPDATE %1$s SET %2$s = overlay(%2$s placing chr(ascii(%2$s) # 1) from 1 for 1) WHERE %3$s = '%4$s'"
                        .formatted(table, column, id, key),
                "ALTER TABLE " + table + " ENABLE TRIGGER " + trigger);
    }

    private static String row(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    private static Map<String, Long> counts(DataSource dataSource) {
        var jdbc = JdbcClient.create(dataSource);
        var counts = new TreeMap<String, Long>();
        for (var table : new Catalog(jdbc).tables()) {
            counts.put(
                    table.schema() + "." + table.name(),
                    jdbc.sql("SELECT count(*) FROM " + table.qualified())
                            .query(Long.class)
                            .single());
        }
        return counts;
    }

    /// A report, its acceptance, its dispatch, and a look at who asked.
    private void work(String key) {
        var desk = town.ready().token("simulator", Optional.empty());
        var matter =
                post(
                                desk,
                                MATTERS,
                                key,
                                "",
                                """
                                {"channel":"snap","title":"路灯不亮","text":"荆河路口的路灯三天不亮了","item":"street-lamp",
                                 "point":{"lon":117.16,"lat":35.08},"contact":{"name":"张三","phone":"13800001111"}}
                                """)
                        .path("matter");
        var path = MATTERS + "/" + matter.path("id").asString();
        if (matter.path("state").asString().equals("REPORTED")) {
            matter = post(desk, path + "/accept", key, version(matter), "{}");
        }
        post(
                desk,
                path + "/dispatch",
                key + "-d",
                version(matter),
                "{\"unit\":\"" + town.unit("lamps") + "\"}");
        audit.looked(Caller.SYSTEM, Town.REGION, "matter " + key, "drill");
        consumers.drain();
        sealer.seal();
    }

    private static String version(JsonNode matter) {
        return "\"" + matter.path("version").asInt() + "\"";
    }

    private JsonNode post(String token, String uri, String key, String version, String body) {
        var result =
                http.post()
                        .uri(uri)
                        .header("Authorization", "Bearer " + token)
                        .header("Idempotency-Key", key)
                        .header("If-Match", version)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .exchange();
        assertThat(result).hasStatus2xxSuccessful();
        return json.readTree(result.getResponse().getContentAsByteArray());
    }
}
