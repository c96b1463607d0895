package org.huying.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huying.file.Staff.COMMUNITY;
import static org.huying.file.Staff.NEXT;
import static org.huying.file.Staff.TOWN;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.Api;
import org.huying.Town;
import org.huying.access.MovableClock;
import org.huying.database.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// Names and numbers of people in files that are taken away: masked, unless somebody who may asks for them and says why.
@SpringBootTest(
        properties = {"huying.access.second-factor=false", "huying.access.open-per-minute=0"})
@AutoConfigureMockMvc
@org.springframework.context.annotation.Import({
    Postgres.class,
    Town.class,
    Api.class,
    Desk.class,
    Staff.class
})
class FileMaskEdgeTest {

    /// Stands on a Monday morning, when windows are open.
    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        @Primary
        MovableClock moving() {
            return new MovableClock(Instant.parse("2026-03-02T00:30:00Z"));
        }
    }

    @Autowired Town town;
    @Autowired Api api;
    @Autowired Desk desk;
    @Autowired Staff staff;

    private String token = "";
    private String prefix = "";

    @BeforeEach
    void town() {
        town.ready();
        token = town.token("county-desk", Optional.empty());
        prefix = UUID.randomUUID().toString().substring(0, 8);
    }

    private List<String> row(String token, String kind, String more) {
        var uri = "/files/kinds/" + kind + "/export?purpose=核对" + more;
        var found =
                desk.rows(api.get(token, uri)).stream()
                        .filter(it -> it.stream().anyMatch(cell -> cell.contains(prefix)))
                        .toList();
        assertThat(found).as(kind).hasSize(1);
        return found.getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void requestersOfMattersAreMaskedUnlessAskedForInPlain(String format) {
        api.reported(token, "遮盖 " + prefix, COMMUNITY, "+8613812345551");
        api.drain();
        var more = "&filter=area:" + COMMUNITY + "&format=" + format;
        var masked = row(token, "matters", more);
        assertThat(masked).contains("张*", "'+86****5551");
        assertThat(String.join(" ", masked)).doesNotContain("张三", "13812345551");
        assertThat(row(token, "matters", more + "&plain=false")).isEqualTo(masked);
        assertThat(row(token, "matters", more + "&plain=true")).contains("张三", "'+8613812345551");
        var auditor = town.token("audit-admin", Optional.empty());
        var entries = api.body(api.get(auditor, "/audit?limit=50")).toString();
        assertThat(entries).contains("\"files/matters\"", "\"files/matters/plain\"", "核对");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void visitorsAreMaskedUnlessAskedForInPlain(String format) {
        book("=李" + prefix, "13912345551");
        var uri =
                "/files/kinds/visits/export?purpose=核对&filter=area:%s&filter=from:2026-03-03&format=%s"
                        .formatted(COMMUNITY, format);
        var masked = api.get(token, uri);
        assertThat(desk.rows(masked))
                .anySatisfy(it -> assertThat(it).contains("'=*", "139****5551"));
        if (format.equals("csv")) {
            var text =
                    new String(
                            masked.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
            assertThat(text).doesNotContain("13912345551", prefix);
        }
        assertThat(desk.rows(api.get(token, uri + "&plain=true")))
                .anySatisfy(it -> assertThat(it).contains("'=李" + prefix, "13912345551"));
    }

    @Test
    void nobodyUnmasksWhoMayNotOrWithoutAPurpose() {
        api.reported(token, "领导看 " + prefix, COMMUNITY, "13812345551");
        api.drain();
        var leader = town.token("leader", Optional.empty());
        assertThat(row(leader, "matters", "")).contains("张*", "138****5551");
        assertThat(api.get(leader, "/files/kinds/matters/export?purpose=核对&plain=true"))
                .hasStatus(403);
        assertThat(api.get(token, "/files/kinds/matters/export?plain=true")).hasStatus(422);
        assertThat(api.get(token, "/files/kinds/tasks/export?purpose=核对&plain=true"))
                .as("there is nothing to unmask")
                .hasStatus(403);
        var kinds = api.body(api.get(leader, "/files/kinds")).path("outlets");
        for (var it : kinds.values()) {
            assertThat(it.path("plain").asBoolean()).as(it.path("kind").asString()).isFalse();
        }
        assertThat(api.body(api.get(token, "/files/kinds")).path("outlets").values())
                .filteredOn(it -> it.path("plain").asBoolean())
                .extracting(it -> it.path("kind").asString())
                .containsExactly("matters", "visits");
    }

    @Test
    void whatLiesBeyondOnesReachForPersonalDataStaysMasked() {
        var both = staff.token("leader@" + Town.REGION, "street-desk@" + TOWN);
        api.reported(token, "本镇 " + prefix, COMMUNITY, "13812345551");
        api.reported(token, "邻镇 " + prefix, NEXT, "13812345552");
        api.drain();
        var rows = desk.rows(api.get(both, "/files/kinds/matters/export?purpose=核对&plain=true"));
        assertThat(rows)
                .anySatisfy(it -> assertThat(it).contains("本镇 " + prefix, "13812345551"))
                .anySatisfy(it -> assertThat(it).contains("邻镇 " + prefix, "138****5552"));
    }

    private void book(String name, String phone) {
        var booked =
                api.post(
                        "",
                        "/bookings",
                        """
                        {"window":"service-window","area":"%s","start":"2026-03-03T09:00:00+08:00","subject":"问医保","name":"%s","phone":"%s"}
                        """
                                .formatted(COMMUNITY, name, phone));
        assertThat(booked).hasStatus(201);
    }
}
