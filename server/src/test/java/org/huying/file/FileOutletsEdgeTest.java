package org.huying.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.huying.Api;
import org.huying.Town;
import org.huying.database.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/// Every list that the desk shows is taken away by the file, by those who see it there, and by no others.
@SpringBootTest(properties = "huying.access.second-factor=false")
@AutoConfigureMockMvc
@org.springframework.context.annotation.Import({
    Postgres.class,
    Town.class,
    Api.class,
    Desk.class,
    Staff.class
})
class FileOutletsEdgeTest {

    @Autowired Town town;
    @Autowired Api api;
    @Autowired Desk desk;
    @Autowired Staff staff;

    @BeforeEach
    void town() {
        town.ready();
    }

    @ParameterizedTest
    @CsvSource({
        "accounts, security-admin, 账号, county-desk",
        "audit, audit-admin, 时间, system-admin",
        "teams, system-admin, 队伍, audit-admin",
        "exercises, county-desk, 权力, security-admin",
        "musters, county-desk, 队伍, security-admin",
        "mediations, county-desk, 编号, leader",
        "bursts, county-desk, 事项, system-admin",
        "devices, system-admin, 名称, county-desk",
    })
    void isTakenByThoseWhoSeeItForAPurpose(String kind, String role, String head, String other) {
        var token = town.token(role, Optional.empty());
        var uri = "/files/kinds/" + kind + "/export";
        for (var format : new String[] {"csv", "xlsx"}) {
            var rows = desk.rows(api.get(token, uri + "?purpose=核对&format=" + format));
            assertThat(rows.getFirst().getFirst()).isEqualTo(head);
            assertThat(rows.getFirst()).hasSizeGreaterThan(5);
        }
        assertThat(api.get(token, uri)).hasStatus(422);
        assertThat(api.get(town.token(other, Optional.empty()), uri + "?purpose=核对"))
                .hasStatus(403);
    }

    @Test
    void whatIsReadPageByPageComesToItsEndOnce() {
        var admin = town.token("security-admin", Optional.empty());
        for (int i = 0; i < 3; i++) {
            staff.token("leader@" + Town.REGION);
        }
        var rows =
                desk.rows(
                        api.get(
                                admin,
                                "/files/kinds/accounts/export?purpose=核对&filter=role:leader"));
        assertThat(rows).hasSizeGreaterThan(3).doesNotHaveDuplicates();
        assertThat(rows.subList(1, rows.size()))
                .allSatisfy(it -> assertThat(it.get(4)).contains("领导"));
        var auditor = town.token("audit-admin", Optional.empty());
        var today = "&filter=from:2020-01-01&filter=act:account-created";
        assertThat(desk.rows(api.get(auditor, "/files/kinds/audit/export?purpose=核对" + today)))
                .hasSizeGreaterThan(3);
        assertThat(api.get(auditor, "/files/kinds/audit/export?purpose=核对&filter=from:2026-02-30"))
                .hasStatus(422);
    }

    @Test
    void whatAListIsNarrowedByIsChosenByName() {
        var token = town.token("county-desk", Optional.empty());
        var outlets = api.body(api.get(token, "/files/kinds")).at("/outlets");
        var matters =
                outlets.values().stream()
                        .filter(it -> it.at("/kind").asString().equals("matters"))
                        .findFirst()
                        .orElseThrow();
        assertThat(matters.at("/filters").toString())
                .contains("{\"key\":\"IN_PROGRESS\",\"name\":\"处理中\"}")
                .contains("{\"key\":\"street-lamp\",\"name\":\"路灯不亮\"}")
                .contains("{\"key\":\"from\",\"name\":\"从哪天起\",\"terms\":[]}");
        var uri = "/files/kinds/matters/export?purpose=核对&filter=";
        assertThat(api.get(token, uri + "state:IN_PROGRESS")).hasStatusOk();
        assertThat(api.get(token, uri + "state:NO_SUCH")).hasStatus(422);
        assertThat(api.get(token, uri + "item:of-another-year")).hasStatusOk();
    }

    @Test
    void accountsAndTheAuditBelongToTheWholeCounty() {
        var below = staff.token("security-admin@" + Staff.TOWN);
        assertThat(api.get(below, "/files/kinds/accounts/export?purpose=核对")).hasStatus(403);
        var town = staff.token("street-desk@" + Staff.TOWN);
        assertThat(api.get(town, "/files/kinds/teams/export?purpose=核对")).hasStatus(404);
        assertThat(api.get(town, "/files/kinds/teams/export?purpose=核对&filter=area:" + Staff.TOWN))
                .hasStatusOk();
    }
}
