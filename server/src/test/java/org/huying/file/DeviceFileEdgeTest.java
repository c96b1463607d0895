package org.huying.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.huying.Api;
import org.huying.Town;
import org.huying.database.Postgres;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/// Devices out of a file, and into one.
@SpringBootTest(properties = {"huying.access.second-factor=false", "huying.devices.listens=false"})
@AutoConfigureMockMvc
@org.springframework.context.annotation.Import({
    Postgres.class,
    Town.class,
    Api.class,
    Desk.class,
    Staff.class
})
class DeviceFileEdgeTest {

    @Autowired Town town;
    @Autowired Api api;
    @Autowired Desk desk;
    @Autowired Staff staff;
    @Autowired MockMvcTester http;

    @Test
    void theRegisterOfAPlaceComesInRowByRowAndGoesOutAgain() {
        town.ready();
        var admin = town.token("system-admin", Optional.empty());
        var key = "k" + UUID.randomUUID().toString().substring(0, 8);
        connection(admin, key);
        var text =
                """
                连接,编号,种类,名称,位置,区划代码,经度,纬度,视频平台链接
                KEY,S1,烟感,一号楼烟感,一楼,370481112,117.16,35.08,
                KEY,V1,监控点位,桥头,,,117.17,35.09,https://video.example.org/1
                KEY,V2,监控点位,别处的链接,,,117.17,35.09,https://elsewhere.example.org/1
                KEY,S2,烟感,半个坐标,,,117.17,,
                KEY,S 3,烟感,编号里有空格,,,,,
                KEY,S4,烟感,邻县,,110101,,,
                KEY,S5,烟感,天上,,,200,35.09,
                none,S6,烟感,没有这个连接,,,,,
                KEY,S1,烟感,写了两次,,,,,
                """
                        .replace("KEY", key);
        var done = desk.taken(admin, desk.sent(admin, "devices", text), "partial");
        assertThat(done.path("added").asInt()).isEqualTo(2);
        assertThat(done.path("refused").asInt()).isEqualTo(7);
        var faults =
                api.body(api.get(admin, "/files/imports/" + id(done) + "/faults")).path("items");
        assertThat(
                        faults.values().stream()
                                .map(it ->
                                        it.path("line").asInt()
                                                + " "
                                                + it.path("column").asString()))
                .containsExactly(
                        "4 link", "5 lon", "6 key", "7 area", "8 lon", "9 connection", "10 key");
        var renamed = "连接,编号,种类,名称\n%s,S1,烟感,二号楼烟感\n".formatted(key);
        var again = desk.taken(admin, desk.sent(admin, "devices", renamed), "all");
        assertThat(again.path("changed").asInt()).isEqualTo(1);
        var out =
                desk.rows(
                        api.get(
                                admin,
                                "/files/kinds/devices/export?purpose=盘点&filter=connection:" + key));
        assertThat(out).hasSize(3);
        assertThat(out.get(1)).contains("二号楼烟感", "S1", "烟感", "没说过话");
        var below = staff.token("system-admin@" + Staff.TOWN);
        assertThat(desk.send(below, "devices", "x.csv", new byte[] {'a'})).hasStatus(403);
    }

    private void connection(String admin, String key) {
        var file =
                """
                connection: %s
                name: 试验连接
                by: sandbox
                links: [video.example.org]
                rules:
                  - topic: s/{device}/smoke
                    kind: smoke
                    readings: { smoke: { at: /smoke, as: flag } }
                """
                        .formatted(key);
        var put =
                http.put()
                        .uri(URI.create(Api.PLACE + "/device-connections/" + key))
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + admin)
                        .header(HttpHeaders.IF_NONE_MATCH, "*")
                        .contentType(MediaType.parseMediaType("application/yaml"))
                        .content(file)
                        .exchange();
        assertThat(put).hasStatusOk();
    }

    private static String id(JsonNode file) {
        return file.path("id").asString();
    }
}
