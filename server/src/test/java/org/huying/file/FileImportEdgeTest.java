package org.huying.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.Api;
import org.huying.Town;
import org.huying.database.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Files of matters over the API: sent, looked at, taken, told of, taken away.
@SpringBootTest(
        properties = {
            "huying.access.second-factor=false",
            "huying.files.at-once=3",
            "huying.files.rows=2000"
        })
@AutoConfigureMockMvc
@org.springframework.context.annotation.Import({Postgres.class, Town.class, Api.class, Desk.class})
class FileImportEdgeTest {

    private static final String HEADING = "原系统编号,上报时间,标题,内容,电话,备忘\n";

    @Autowired Town town;
    @Autowired Api api;
    @Autowired Desk desk;
    @Autowired JdbcClient jdbc;

    private String token = "";
    private String prefix = "";

    @BeforeEach
    void town() {
        town.ready();
        token = town.token("county-desk", Optional.empty());
        prefix = UUID.randomUUID().toString().substring(0, 8);
    }

    private String row(String number, String when, String phone) {
        return "%s-%s,%s,路灯不亮,荆河路口的路灯不亮,%s,记一笔\n".formatted(prefix, number, when, phone);
    }

    /// Whoever looks at the first rows reads the place's words, however they were written in the file.
    @Test
    void showsTermsByTheirNames() {
        var text =
                """
                原系统编号,上报时间,标题,内容,来路
                %1$s-1,2026-01-31,路灯不亮,荆河路口的路灯不亮,hotline-12345
                %1$s-2,2026-01-31,路灯不亮,荆河路口的路灯不亮,没有的渠道
                """
                        .formatted(prefix);
        var sent = desk.send(token, "matters", "一月.csv", text.getBytes(StandardCharsets.UTF_8));
        var preview = api.body(api.get(token, "/files/imports/" + id(api.body(sent)) + "/preview"));
        assertThat(preview.at("/rows/0/cells/channel").asString()).isEqualTo("枣庄12345热线");
        assertThat(preview.at("/rows/1/cells/channel").asString()).isEqualTo("没有的渠道");
    }

    @Test
    void aPhoneWithOneWrongDigitKeepsNothingElseOut() {
        var text =
                HEADING
                        + row("1", "2026-01-31 08:30", "13800001111")
                        + row("２", "46053.5", "１３８００００１１１２　")
                        + row("3", "2026/1/31 9:05", "1380000111O")
                        + row("4", "2026年1月31日", "");
        var result =
                desk.send(token, "matters", "一月.csv", text.getBytes(Charset.forName("GB18030")));
        assertThat(result).hasStatus(201);
        var file = api.body(result);
        assertThat(file.path("encoding").asString()).isEqualTo("GB18030");
        assertThat(file.path("rows").asInt()).isEqualTo(4);
        assertThat(file.path("unknown").toString()).contains("备忘");
        var preview = api.body(api.get(token, "/files/imports/" + id(file) + "/preview"));
        assertThat(preview.at("/rows/1/cells/phone").asString()).isEqualTo("13800001112");
        assertThat(preview.at("/rows/1/cells/reported_at").asString())
                .isEqualTo("2026-01-31 12:00:00");
        assertThat(preview.at("/faults")).hasSize(1);
        assertThat(preview.at("/faults/0/column").asString()).isEqualTo("phone");
        var done = desk.taken(token, file, "partial");
        assertThat(done.path("state").asString()).isEqualTo("done");
        assertThat(done.path("added").asInt()).isEqualTo(3);
        assertThat(done.path("refused").asInt()).isEqualTo(1);
        var errors = desk.rows(api.get(token, "/files/imports/" + id(file) + "/errors"));
        assertThat(errors.getFirst()).startsWith("原系统编号").endsWith("原文件行号", "没有导入的原因");
        assertThat(errors).hasSize(2);
        assertThat(errors.getLast()).contains("1380000111O", "记一笔", "4");
        assertThat(errors.getLast().getLast()).startsWith("电话：");
        var faults = api.body(api.get(token, "/files/imports/" + id(file) + "/faults"));
        assertThat(faults.at("/items/0/line").asInt()).isEqualTo(4);
        assertThat(faults.at("/items/0/code").asString()).isEqualTo("pattern");
    }

    @Test
    void theErrorFilePutRightIsTakenAndWhatIsThereChangesNothing() {
        var good = row("1", "2026-01-31 08:30", "13800001111");
        var first =
                desk.taken(token, desk.sent(token, "matters", HEADING + good + good), "partial");
        assertThat(first.path("added").asInt()).isEqualTo(1);
        assertThat(first.path("known").asInt()).isEqualTo(1);
        var again = desk.taken(token, desk.sent(token, "matters", HEADING + good), "partial");
        assertThat(again.path("added").asInt()).isZero();
        assertThat(again.path("known").asInt()).isEqualTo(1);
        var wrong = desk.sent(token, "matters", HEADING + row("2", "昨天", ""));
        desk.taken(token, wrong, "partial");
        var csv = api.get(token, "/files/imports/" + id(wrong) + "/errors?format=csv");
        var right =
                new String(
                                csv.getResponse().getContentAsByteArray(),
                                java.nio.charset.StandardCharsets.UTF_8)
                        .replace("昨天", "2026-01-30");
        var put = desk.taken(token, desk.sent(token, "matters", right), "partial");
        assertThat(put.path("added").asInt()).isEqualTo(1);
    }

    @Test
    void allOrNothingTakesNothingWhereOneRowIsWrong() {
        var bad =
                HEADING
                        + row("1", "2026-01-31 08:30", "13800001111")
                        + row("2", "2026-01-31 08:31", "12");
        var refused = desk.taken(token, desk.sent(token, "matters", bad), "all");
        assertThat(refused.path("state").asString()).isEqualTo("refused");
        assertThat(refused.path("refused").asInt()).isEqualTo(1);
        assertThat(refused.path("added").asInt()).isZero();
        var good = bad.replace(",12,", ",13800001112,");
        var done = desk.taken(token, desk.sent(token, "matters", good), "all");
        assertThat(done.path("state").asString()).isEqualTo("done");
        assertThat(done.path("added").asInt()).as("none had been taken before").isEqualTo(2);
        var four = HEADING + row("1", "46053", "").repeat(4);
        var large = desk.sent(token, "matters", four);
        var start = "/files/imports/" + id(large) + "/start";
        assertThat(api.post(token, start, "{\"mode\":\"all\"}")).hasStatus(422);
        assertThat(api.post(token, start, "{\"mode\":\"half\"}")).hasStatus(422);
    }

    @Test
    void whatCannotBeReadIsRefusedAtOnceInTheLanguageOfTheCaller() {
        var refusal =
                desk.send(
                        token,
                        "matters",
                        "x.csv",
                        "标题,内容\na,b\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(refusal).hasStatus(422);
        assertThat(api.body(refusal).path("detail").asString()).contains("缺少", "原系统编号", "上报时间");
        assertThat(desk.send(token, "matters", "x", new byte[0])).hasStatus(422);
        assertThat(
                        desk.send(
                                token,
                                "matters",
                                "x",
                                HEADING.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .hasStatus(422);
        var many = HEADING + "x,46053,a,b,,\n".repeat(2_001);
        assertThat(
                        api.body(
                                        desk.send(
                                                token,
                                                "matters",
                                                "x",
                                                many.getBytes(
                                                        java.nio.charset.StandardCharsets.UTF_8)))
                                .path("detail")
                                .asString())
                .contains("2,000 行");
        assertThat(desk.send(token, "nothing", "x", new byte[] {1})).hasStatus(404);
    }

    @Test
    void aFileIsSeenByNobodyElseAndBroughtByNobodyWhoMayNot() {
        var file = desk.sent(token, "matters", HEADING + row("1", "46053", ""));
        var other = town.token("system-admin", Optional.empty());
        for (var path : List.of("", "/preview", "/faults", "/errors")) {
            assertThat(api.get(other, "/files/imports/" + id(file) + path)).hasStatus(404);
        }
        assertThat(api.post(other, "/files/imports/" + id(file) + "/cancel", "{}")).hasStatus(404);
        assertThat(desk.send(other, "matters", "x.csv", new byte[] {1})).hasStatus(403);
        var community = town.token("community-desk", Optional.empty());
        assertThat(api.get(community, "/files/imports")).hasStatus(403);
        assertThat(api.get(token, "/files/imports?limit=1").getResponse().getStatus())
                .isEqualTo(200);
        assertThat(api.body(api.get(other, "/files/imports")).path("items")).isEmpty();
    }

    @Test
    void aCancelledOneTakesNothingMoreAndNoneBeginsTwice() {
        var file = desk.sent(token, "matters", HEADING + row("1", "46053", ""));
        assertThat(api.post(token, "/files/imports/" + id(file) + "/cancel", "{}")).hasStatusOk();
        var start = "/files/imports/" + id(file) + "/start";
        assertThat(api.post(token, start, "{\"mode\":\"partial\"}")).hasStatus(409);
        var other = desk.sent(token, "matters", HEADING + row("2", "46053", ""));
        desk.taken(token, other, "partial");
        assertThat(
                        api.post(
                                token,
                                "/files/imports/" + id(other) + "/start",
                                "{\"mode\":\"partial\"}"))
                .hasStatus(409);
        assertThat(api.post(token, "/files/imports/" + id(other) + "/cancel", "{}")).hasStatus(409);
    }

    @Test
    void nothingOfTheRowsStandsOpenInTheDatabase() {
        var file = desk.sent(token, "matters", HEADING + row("1", "明文找得到吗", "13877776666"));
        var stored =
                jdbc.sql("SELECT content FROM file.part WHERE import = :id")
                        .param("id", UUID.fromString(id(file)))
                        .query((row, _) -> row.getBytes(1))
                        .single();
        assertThat(new String(stored, java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("明文", "13877776666");
        assertThat(stored[0]).as("sealed, not packed only").isNotEqualTo((byte) 0x1F);
        desk.taken(token, file, "partial");
        var faults =
                jdbc.sql("SELECT zh || en FROM file.fault WHERE import = :id")
                        .param("id", UUID.fromString(id(file)))
                        .query(String.class)
                        .list();
        assertThat(faults).hasSize(1).noneMatch(it -> it.contains("明文"));
    }

    @Test
    void theTemplateIsTakenBack() {
        var template = desk.rows(api.get(token, "/files/kinds/matters/template"));
        assertThat(template.getFirst()).startsWith("原系统编号", "上报时间", "来路");
        var csv = desk.rows(api.get(token, "/files/kinds/matters/template?format=csv"));
        assertThat(csv.getFirst()).isEqualTo(template.getFirst());
        var kinds = api.body(api.get(token, "/files/kinds"));
        assertThat(kinds.at("/limits/rows").asInt()).isEqualTo(2_000);
        assertThat(kinds.at("/intakes").toString()).contains("\"matters\"", "\"source\"");
    }

    private static String id(tools.jackson.databind.JsonNode file) {
        return file.path("id").asString();
    }
}
