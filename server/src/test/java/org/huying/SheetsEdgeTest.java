package org.huying;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.huying.database.Postgres;
import org.huying.problem.Language;
import org.huying.sheet.ExcelSheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/// The lists that are taken away as sheets, beside that of the matters: each for a purpose that is recorded, each as far as
/// the list itself goes.
@SpringBootTest(properties = "huying.access.second-factor=false")
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class SheetsEdgeTest {

    @Autowired Town town;
    @Autowired Api api;

    private String desk = "";

    @BeforeEach
    void town() {
        town.ready();
        desk = town.token("county-desk", Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "tasks, county-desk, tasks/mine, 任务",
        "whistles, county-desk, whistles/summoned, 编号",
        "visits, county-desk, visits/370481/, 编号",
        "accounts, security-admin, accounts, 账号",
        "audit, audit-admin, audit, 时间",
        "organisations, system-admin, organisations, 名称",
        "posts, system-admin, posts/370481, 岗位"
    })
    void isTakenForAPurposeThatIsRecorded(String list, String role, String subject, String head) {
        var token = town.token(role, Optional.empty());
        var uri = "/" + list + "/export";
        assertThat(api.get(token, uri)).hasStatus(400);
        assertThat(api.get(token, uri + "?purpose=")).hasStatus(422);
        assertThat(api.get("", uri + "?purpose=看看")).hasStatus(401);
        var rows = rows(token, uri + "?purpose=核对" + list);
        assertThat(rows.getFirst().getFirst()).isEqualTo(head);
        var auditor = town.token("audit-admin", Optional.empty());
        var entries = api.body(api.get(auditor, "/audit?limit=20")).toString();
        assertThat(entries).contains('"' + subject, "核对" + list, "looked-at-personal-data");
    }

    @Test
    void whoMayNotReadAListMayNotTakeItAway() {
        var worker = town.token("unit-handler", Optional.of("lamps"));
        assertThat(api.get(worker, "/accounts/export?purpose=x")).hasStatus(403);
        assertThat(api.get(worker, "/audit/export?purpose=x")).hasStatus(403);
        assertThat(api.get(worker, "/visits/export?purpose=x&area=370481")).hasStatus(403);
    }

    @Test
    void tasksEndWhereTheListOfTheCallerEnds() {
        var given =
                api.post(
                        desk,
                        "/tasks",
                        "{\"kind\":\"errand\",\"area\":\"370481\",\"unit\":\"%s\",\"words\":\"=HYPERLINK(7)\"}"
                                .formatted(town.unit("lamps")));
        assertThat(given).hasStatus(201);
        var lamps = town.token("unit-handler", Optional.of("lamps"));
        var water = town.token("unit-handler", Optional.of("water"));
        var uri = "/tasks/export?purpose=核对&axis=unit";
        assertThat(rows(lamps, uri))
                .anySatisfy(row -> assertThat(row).contains("代办", "要做的", "'=HYPERLINK(7)"));
        assertThat(rows(water, uri)).noneSatisfy(row -> assertThat(row).contains("'=HYPERLINK(7)"));
        assertThat(rows(lamps, uri + "&state=counted"))
                .noneSatisfy(row -> assertThat(row).contains("'=HYPERLINK(7)"));
        assertThat(api.get(lamps, uri + "&state=everything")).hasStatus(422);
    }

    @Test
    void postsStandWithWhoeverHoldsThem() {
        var admin = town.token("system-admin", Optional.empty());
        var posts =
                """
                {"items":[{"key":"street-desk","name":"导出的岗","organisation":"centre","area":"370481001",
                           "holders":[{"person":"00000000-0000-0015-0000-000000000009","name":"导出的人"}]}],"from":"2026-01-01"}
                """;
        assertThat(api.post(admin, "/posts/import", posts)).hasStatusOk();
        assertThat(rows(admin, "/posts/export?purpose=通讯录&area=370481001"))
                .anySatisfy(row -> assertThat(row).contains("导出的岗", "导出的人", "2026-01-01"));
        assertThat(rows(admin, "/posts/export?purpose=通讯录&area=370481002"))
                .noneSatisfy(row -> assertThat(row).contains("导出的岗"));
    }

    @Test
    void moreThanASheetHoldsIsCutAndSaysSo() {
        var one = new ExcelSheet.Column<Integer>("数", 8, Object::toString);
        var sheet = new ExcelSheet<>("数", "numbers", List.of(one));
        var many = IntStream.rangeClosed(0, ExcelSheet.MOST).boxed().toList();
        var rows = read(sheet.of(many, false, Language.ZH));
        assertThat(rows).hasSize(ExcelSheet.MOST + 2);
        assertThat(rows.getLast().getFirst()).contains("只导出了前 5000 件");
    }

    private List<List<String>> rows(String token, String uri) {
        var result = api.get(token, uri);
        assertThat(result).as(uri).hasStatusOk();
        assertThat(result.getResponse().getHeader("Content-Disposition")).contains("attachment");
        assertThat(result.getResponse().getHeader("Cache-Control")).contains("no-store");
        return read(result.getResponse().getContentAsByteArray());
    }

    private static List<List<String>> read(byte[] bytes) {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                var rows = book.getFirstSheet().openStream()) {
            return rows.map(row -> row.stream().map(SheetsEdgeTest::text).toList()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Cell cell) {
        return cell == null || cell.getText() == null ? "" : cell.getText();
    }
}
