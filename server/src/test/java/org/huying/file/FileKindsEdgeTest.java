package org.huying.file;

import static org.assertj.core.api.Assertions.assertThat;

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
import tools.jackson.databind.JsonNode;

/// The lists that other modules bring in and give out as files, over the API.
@SpringBootTest(
        properties = {
            "huying.access.second-factor=false",
            "huying.files.at-once=3",
            "huying.files.rows=2000"
        })
@AutoConfigureMockMvc
@org.springframework.context.annotation.Import({Postgres.class, Town.class, Api.class, Desk.class})
class FileKindsEdgeTest {

    @Autowired Town town;
    @Autowired Api api;
    @Autowired Desk desk;

    private String token = "";
    private String prefix = "";

    @BeforeEach
    void town() {
        town.ready();
        token = town.token("county-desk", Optional.empty());
        prefix = UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void matchesWhatTheListShowsAndIsRecordedWithItsPurpose() {
        api.reported(token, "=HYPERLINK(1)", "370481112200", "13800001111");
        api.drain();
        var uri = "/files/kinds/matters/export";
        assertThat(api.get(token, uri)).hasStatus(422);
        assertThat(api.get(token, uri + "?purpose=核对&filter=colour:red")).hasStatus(422);
        assertThat(api.get(token, uri + "?purpose=核对&filter=from:2026-02-30")).hasStatus(422);
        for (var format : List.of("xlsx", "csv")) {
            var rows =
                    desk.rows(
                            api.get(
                                    token,
                                    uri + "?purpose=核对导出&filter=area:370481112&format=" + format));
            assertThat(rows.getFirst()).startsWith("编号", "事情");
            assertThat(rows).anySatisfy(row -> assertThat(row).contains("'=HYPERLINK(1)"));
            assertThat(rows).hasSizeLessThan(100);
        }
        var auditor = town.token("audit-admin", Optional.empty());
        var entries = api.body(api.get(auditor, "/audit?limit=50")).toString();
        assertThat(entries).contains("files/matters", "核对导出", "looked-at-personal-data");
        assertThat(api.get(auditor, uri + "?purpose=x")).hasStatus(403);
    }

    @Test
    void whatIsTakenAwayEndsWhereTheListOfTheCallerEnds() {
        var title = "只归路灯所 " + prefix;
        api.dispatched(token, title, town.unit("lamps"));
        api.drain();
        var uri = "/files/kinds/matters/export?purpose=核对";
        var lamps = town.token("unit-handler", Optional.of("lamps"));
        var water = town.token("unit-handler", Optional.of("water"));
        assertThat(desk.rows(api.get(lamps, uri)))
                .anySatisfy(row -> assertThat(row).contains(title));
        assertThat(desk.rows(api.get(water, uri)))
                .noneSatisfy(row -> assertThat(row).contains(title));
        for (var kind : List.of("tasks", "whistles", "visits", "organisations")) {
            var rows =
                    desk.rows(
                            api.get(
                                    token,
                                    "/files/kinds/" + kind + "/export?purpose=核对&format=csv"));
            assertThat(rows.getFirst()).as(kind).hasSizeGreaterThan(5);
        }
    }

    @Test
    void bodiesAreAddedChangedAndKnownAgain() {
        var admin = town.token("system-admin", Optional.empty());
        var heading = "代号,名称,类别,上级代号,区划代码\n";
        var body = "b-%s,新来的单位,部门,centre,370481\n".formatted(prefix);
        var below = "c-%s,下面的单位,team,b-%s,\n".formatted(prefix, prefix);
        var wrong = "d-%s,没有上级,部门,nobody,110101\n".formatted(prefix);
        var first =
                desk.taken(
                        admin,
                        desk.sent(admin, "organisations", heading + body + below + wrong),
                        "partial");
        assertThat(first.path("added").asInt()).isEqualTo(2);
        assertThat(first.path("refused").asInt()).isEqualTo(1);
        var faults = api.body(api.get(admin, "/files/imports/" + id(first) + "/faults"));
        assertThat(faults.path("items")).hasSize(2);
        var again = desk.sent(admin, "organisations", heading + body + below.replace("下面", "底下"));
        var second = desk.taken(admin, again, "all");
        assertThat(second.path("changed").asInt()).isEqualTo(1);
        assertThat(second.path("known").asInt()).isEqualTo(1);
        assertThat(second.path("added").asInt()).isZero();
    }

    @Test
    void postsComeWithTheirHoldersARowForEach() {
        var admin = town.token("system-admin", Optional.empty());
        var heading = "岗位,机构代号,区划代码,任职人账号\n";
        town.token("leader", Optional.empty());
        var rows =
                """
                STREET-DESK,centre,３７０４８１００９,leader
                street-desk,centre,370481009,county-desk
                street-desk,centre,370481009,nobody.at.all
                street-desk,nowhere,370481010,
                """;
        var first = desk.taken(admin, desk.sent(admin, "posts", heading + rows), "partial");
        assertThat(first.path("added").asInt()).isEqualTo(1);
        assertThat(first.path("changed").asInt()).as("one more holder").isEqualTo(1);
        assertThat(first.path("refused").asInt()).isEqualTo(2);
        var again =
                desk.taken(
                        admin,
                        desk.sent(
                                admin,
                                "posts",
                                heading + String.join("\n", rows.lines().limit(2).toList())),
                        "all");
        assertThat(again.path("known").asInt()).isEqualTo(2);
        var out =
                desk.rows(
                        api.get(
                                admin,
                                "/files/kinds/posts/export?purpose=核对&filter=area:370481009"));
        assertThat(out).hasSize(2);
        assertThat(out.getLast()).contains("leader、county-desk");
    }

    private static String id(JsonNode file) {
        return file.path("id").asString();
    }
}
