package org.huying.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huying.file.Staff.COMMUNITY;
import static org.huying.file.Staff.NEXT;
import static org.huying.file.Staff.TOWN;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.Api;
import org.huying.Town;
import org.huying.access.Accounts;
import org.huying.database.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A town below the county brings in the rows of its own places, and no others.
@SpringBootTest(properties = "huying.access.second-factor=false")
@AutoConfigureMockMvc
@org.springframework.context.annotation.Import({
    Postgres.class,
    Town.class,
    Api.class,
    Desk.class,
    Staff.class
})
class FileScopeEdgeTest {

    @Autowired Town town;
    @Autowired Api api;
    @Autowired Desk desk;
    @Autowired Staff staff;
    @Autowired Accounts accounts;
    @Autowired StoredImports stored;
    @Autowired JdbcClient jdbc;

    private String prefix = "";

    @BeforeEach
    void town() {
        town.ready();
        prefix = UUID.randomUUID().toString().substring(0, 8);
    }

    private String matter(String number, String area) {
        return "%s-%s,2026-01-31 08:30,路灯不亮,荆河路口的路灯不亮,%s\n".formatted(prefix, number, area);
    }

    private static final String MATTERS = "原系统编号,上报时间,标题,内容,区划代码\n";

    @Test
    void mattersOfOtherPlacesAreRefusedRowByRow() {
        var token = staff.token("street-desk@" + TOWN);
        var text =
                MATTERS
                        + matter("1", TOWN)
                        + matter("2", COMMUNITY)
                        + matter("3", NEXT)
                        + matter("4", Town.REGION)
                        + matter("5", "");
        var sent = desk.sent(token, "matters", text);
        var preview = api.body(api.get(token, "/files/imports/" + id(sent) + "/preview"));
        assertThat(preview.at("/faults")).hasSize(3);
        var done = desk.taken(token, sent, "partial");
        assertThat(done.path("added").asInt()).isEqualTo(2);
        assertThat(done.path("refused").asInt()).isEqualTo(3);
        assertThat(faults(token, done))
                .containsExactly("4 area outside", "5 area outside", "6 area outside");
        var areas =
                jdbc.sql("SELECT area FROM matter.matter WHERE source LIKE :prefix")
                        .param("prefix", prefix + "%")
                        .query(String.class)
                        .list();
        assertThat(areas).containsExactlyInAnyOrder(TOWN, COMMUNITY);
        var all =
                desk.taken(
                        token,
                        desk.sent(
                                token, "matters", MATTERS + matter("6", TOWN) + matter("7", NEXT)),
                        "all");
        assertThat(all.path("state").asString()).isEqualTo("refused");
        assertThat(all.path("added").asInt()).isZero();
    }

    @Test
    void whoLosesTheTownMeanwhileBringsInNothingMore() {
        var login = "w" + prefix;
        var token = staff.named(login, "street-desk@" + TOWN);
        var sent = desk.sent(token, "matters", MATTERS + matter("1", TOWN));
        jdbc.sql(
                        "UPDATE access.role_grant SET valid_to = now() - interval '1 second', valid_from = now() - interval '1 hour' WHERE region = :region AND account = :id")
                .param("region", Town.REGION)
                .param("id", accounts.byLogin(Town.REGION, login).orElseThrow())
                .update();
        var file = new Import.Id(Town.REGION, UUID.fromString(id(sent)));
        assertThat(stored.start(file, Import.Mode.PARTIAL)).isTrue();
        assertThat(desk.run(sent)).isTrue();
        assertThat(desk.counted(sent)).containsExactly("done", "0", "1");
    }

    @Test
    void bodiesNeitherStandNorMoveOutsideTheTown() {
        var token = staff.token("system-admin@" + TOWN);
        var text =
                "代号,名称,类别,上级代号,区划代码\n"
                        + "b-%s,镇里的单位,部门,centre,%s\n".formatted(prefix, TOWN)
                        + "c-%s,隔壁的单位,部门,centre,%s\n".formatted(prefix, NEXT)
                        + "d-%s,县里的单位,部门,centre,\n".formatted(prefix)
                        + "centre,抢来的中心,中心,,%s\n".formatted(TOWN);
        var done = desk.taken(token, desk.sent(token, "organisations", text), "partial");
        assertThat(done.path("added").asInt()).isEqualTo(1);
        assertThat(done.path("changed").asInt()).isZero();
        assertThat(faults(token, done))
                .containsExactly("3 anchor outside", "4 anchor outside", "5 key outside");
    }

    @Test
    void postsStayInTheTown() {
        var token = staff.token("system-admin@" + TOWN);
        var text =
                "岗位,机构代号,区划代码\nstreet-desk,centre,%s\nstreet-desk,centre,%s\n"
                        .formatted(TOWN, NEXT);
        var done = desk.taken(token, desk.sent(token, "posts", text), "partial");
        assertThat(done.path("added").asInt() + done.path("known").asInt()).isEqualTo(1);
        assertThat(faults(token, done)).containsExactly("3 area outside");
    }

    @Test
    void accountsBelongToTheCountyAndCommunitiesBringNothing() {
        var below = staff.token("security-admin@" + TOWN);
        assertThat(desk.send(below, "accounts", "x.csv", new byte[] {'a'})).hasStatus(403);
        var kinds = api.body(api.get(below, "/files/kinds"));
        assertThat(kinds.path("intakes")).isEmpty();
        assertThat(kinds.path("outlets").toString()).doesNotContain("\"accounts\"");
        var street = staff.token("street-desk@" + TOWN);
        assertThat(api.get(street, "/files/kinds/matters/template")).hasStatusOk();
        assertThat(api.get(street, "/files/kinds/organisations/template")).hasStatus(403);
        var community = town.token("community-desk", Optional.empty());
        assertThat(desk.send(community, "matters", "x.csv", new byte[] {'a'})).hasStatus(403);
    }

    private List<String> faults(String token, JsonNode file) {
        return api
                .body(api.get(token, "/files/imports/" + id(file) + "/faults"))
                .path("items")
                .values()
                .stream()
                .map(it ->
                        it.path("line").asInt()
                                + " "
                                + it.path("column").asString()
                                + " "
                                + it.path("code").asString())
                .toList();
    }

    private static String id(JsonNode file) {
        return file.path("id").asString();
    }
}
