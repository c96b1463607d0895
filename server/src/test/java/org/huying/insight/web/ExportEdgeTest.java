package org.huying.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.huying.Api;
import org.huying.Town;
import org.huying.database.Postgres;
import org.huying.sheet.Cells;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/// A list is taken away with its filters and within its bounds, for a purpose that is recorded, and its cells are harmless.
@SpringBootTest(properties = "huying.access.second-factor=false")
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class ExportEdgeTest {

    private static final String HERE = "370481112200";

    @Autowired Town town;
    @Autowired Api api;

    private String desk = "";

    @BeforeEach
    void town() {
        town.ready();
        desk = town.token("simulator", Optional.empty());
    }

    @Test
    void holdsTheLinesOfTheListWithItsFilters() {
        var here = reported("导出的路灯", HERE);
        var there = reported("别处的路灯", "370481113200");
        var rows = rows(desk, "/lists/export?purpose=月报&area=370481112");
        assertThat(rows.getFirst()).startsWith("编号", "事情", "事项", "状态", "地点");
        assertThat(rows).anySatisfy(row -> assertThat(row).startsWith(here, "导出的路灯"));
        assertThat(rows).noneSatisfy(row -> assertThat(row.getFirst()).isEqualTo(there));
        assertThat(rows(desk, "/lists/export?purpose=月报&list=places&area=370481112&state=CLOSED"))
                .hasSize(1);
        assertThat(rows(desk, "/lists/export?purpose=月报&list=places&area=370481112"))
                .anySatisfy(row -> assertThat(row).contains(here));
    }

    @Test
    void endsWhereTheListOfTheCallerEnds() {
        var mine = dispatched("路灯所的路灯");
        var lamps = town.token("unit-handler", Optional.of("lamps"));
        var water = town.token("unit-handler", Optional.of("water"));
        assertThat(numbers(lamps, "/lists/export?purpose=核对&list=mine")).contains(mine);
        assertThat(numbers(water, "/lists/export?purpose=核对&list=mine")).doesNotContain(mine);
        var team = "/lists/export?purpose=核对&list=team&unit=" + town.unit("lamps");
        assertThat(numbers(desk, team)).contains(mine);
        assertThat(api.get(water, team)).hasStatus(404);
        assertThat(api.get(desk, "/lists/export?purpose=核对&list=team")).hasStatus(404);
        assertThat(api.get(lamps, "/lists/export?purpose=核对&list=approvals")).hasStatus(404);
    }

    @Test
    void isRefusedWithoutAPurposeAndRecordedWithOne() {
        assertThat(api.get(desk, "/lists/export")).hasStatus(400);
        assertThat(api.get(desk, "/lists/export?purpose=")).hasStatus(422);
        assertThat(api.get("", "/lists/export?purpose=看看")).hasStatus(401);
        assertThat(api.get(desk, "/lists/export?purpose=看看&list=everything")).hasStatus(422);
        rows(desk, "/lists/export?purpose=向街道汇报&list=overdue");
        var auditor = town.token("audit-admin", Optional.empty());
        var entries = api.body(api.get(auditor, "/audit?limit=20")).toString();
        assertThat(entries).contains("lists/overdue", "向街道汇报", "looked-at-personal-data");
    }

    @Test
    void nothingInItIsAFormula() {
        var number = reported("=HYPERLINK(1)", HERE);
        var row =
                rows(desk, "/lists/export?purpose=月报&area=370481112").stream()
                        .filter(it -> it.getFirst().equals(number))
                        .findFirst()
                        .orElseThrow();
        assertThat(row.get(1)).isEqualTo("'=HYPERLINK(1)");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"=1+1,'=1+1", "+1,'+1", "-1,'-1", "@x,'@x", "路灯,路灯", "a=b,a=b", "＝1,'＝1"})
    void whatBeginsLikeAFormulaIsMarked(String text, String cell) {
        assertThat(Cells.harmless(text)).isEqualTo(cell);
    }

    @Test
    void whatNoSheetCanHoldIsLeftOut() {
        assertThat(Cells.harmless("\t=1")).isEqualTo("'=1");
        assertThat(Cells.harmless("a\u0000b\u0007c")).isEqualTo("abc");
        assertThat(Cells.harmless("灯\uD83D\uDCA1亮")).isEqualTo("灯\uD83D\uDCA1亮");
        assertThat(Cells.harmless(" \n=1")).startsWith("'");
    }

    private String reported(String title, String area) {
        return api.reported(desk, title, area, "13800001111").at("/matter/number").asString();
    }

    private String dispatched(String title) {
        var id = api.dispatched(desk, title, town.unit("lamps"));
        return api.matter(desk, id).at("/number").asString();
    }

    private List<String> numbers(String token, String uri) {
        return rows(token, uri).stream().map(List::getFirst).toList();
    }

    private List<List<String>> rows(String token, String uri) {
        api.drain();
        var result = api.get(token, uri);
        assertThat(result).hasStatusOk();
        assertThat(result.getResponse().getHeader("Content-Disposition")).contains("attachment");
        var bytes = result.getResponse().getContentAsByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                var rows = book.getFirstSheet().openStream()) {
            return rows.map(ExportEdgeTest::texts).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> texts(Row row) {
        return row.stream().map(ExportEdgeTest::text).toList();
    }

    private static String text(Cell cell) {
        return cell == null || cell.getText() == null ? "" : cell.getText();
    }
}
