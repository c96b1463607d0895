package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/// Repeats: what is offered before reporting, following, merging many, and what the same person asked before.
@SpringBootTest
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class RepeatsEdgeTest {

    private static final String HERE = "&lon=117.3&lat=35.08";

    @Autowired Town town;
    @Autowired Api api;
    @Autowired JdbcClient jdbc;

    private String desk = "";
    private String lamps = "";

    @BeforeEach
    void town() {
        town.ready();
        desk = town.token("simulator", Optional.empty());
        lamps = town.token("unit-handler", Optional.of("lamps"));
    }

    @Test
    void residentsAreOfferedWhatIsAlreadyWorkedAndLearnNothingOfWhoAsked() {
        var receipt = api.reported(desk, "路灯坏了请回电13800001111", Town.REGION, "13800001111", 117.3);
        var number = receipt.at("/matter/number").asString();
        var offered = api.get("", "/matters/similar?item=" + Api.ITEM + HERE);
        var candidate = candidate(offered, number);
        assertThat(candidate.at("/words").asString()).isNotBlank();
        assertThat(candidate.at("/followers").asInt(-1)).isZero();
        assertThat(candidate.at("/metres").asInt(-1)).isZero();
        assertThat(candidate.toString()).contains("路灯坏了").doesNotContain("13800001111", "张三");
    }

    @Test
    void beforeAnItemIsChosenTheWordsSayWhatItIsLike() {
        var receipt = api.reported(desk, "巷口的路灯不亮", Town.REGION, "13800001111", 117.36);
        var number = receipt.at("/matter/number").asString();
        var point = "\"point\":{\"lon\":117.36,\"lat\":35.08}";
        var words = "{%s,\"text\":\"路灯不亮，晚上很黑\"}".formatted(point);
        assertThat(
                        candidate(api.post("", "/matters/similar", words), number)
                                .at("/state")
                                .asString())
                .isNotBlank();
        var item = "{%s,\"item\":\"%s\"}".formatted(point, Api.ITEM);
        assertThat(
                        candidate(api.post("", "/matters/similar", item), number)
                                .at("/state")
                                .asString())
                .isNotBlank();
        assertThat(api.body(api.post("", "/matters/similar", "{%s}".formatted(point)))).isEmpty();
        assertThat(api.post("", "/matters/similar", "{\"text\":\"路灯\"}")).hasStatus(422);
        var unknown = "{%s,\"item\":\"nonsense\"}".formatted(point);
        assertThat(api.post("", "/matters/similar", unknown)).hasStatus(422);
    }

    @Test
    void aResidentFollowsAndIsToldOnceWhenItIsHandledAndClosed() {
        var id = api.dispatched(desk, "关注的路灯", town.unit("lamps"));
        var number = api.matter(desk, id).at("/number").asString();
        var resident = town.resident("13900000001");
        assertThat(api.post(resident, "/follows/" + number, "")).hasStatusOk();
        assertThat(api.post(resident, "/follows/" + number, "")).hasStatusOk();
        assertThat(api.post(desk, "/follows/" + number, "")).hasStatus(403);
        assertThat(api.post(resident, "/follows/370481-000101-99999", "")).hasStatus(404);
        var progress = api.get(resident, "/follows/" + number);
        assertThat(api.body(progress).toString()).contains("路灯管理所").doesNotContain("张三");
        assertThat(api.get(town.resident("13900000002"), "/follows/" + number)).hasStatus(404);
        assertThat(api.get(resident, "/matters/" + id)).hasStatus(404);
        assertThat(api.body(api.get(desk, "/matters/" + id + "/kin")).at("/followers").asInt())
                .isOne();
        api.handled(lamps, id);
        api.drain();
        replay("notice.followers");
        assertThat(told(resident, id, "followed-handled")).isOne();
        assertThat(api.send(HttpMethod.DELETE, resident, "/follows/" + number, "")).hasStatus(204);
        assertThat(api.body(api.get(resident, "/follows")).at("/lines")).isEmpty();
    }

    @Test
    void nobodyFollowsTheirOwnOrWhatIsNotAtAPlace() {
        var resident = town.resident("13900000003");
        var own = api.reported(resident, "自己报的", Town.REGION, "13900000003");
        var uri = "/follows/" + own.at("/matter/number").asString();
        assertThat(api.post(resident, uri, "")).hasStatus(409);
        var elsewhere =
                api.body(
                        api.post(
                                desk,
                                "/matters",
                                "{\"channel\":\"snap\",\"title\":\"家里的事\",\"text\":\"不便说\"}"));
        var hidden = "/follows/" + elsewhere.at("/matter/number").asString();
        assertThat(api.post(resident, hidden, "")).hasStatus(404);
    }

    @Test
    void whatSomebodyWantsKeptPrivateIsNeitherOfferedNorFollowedNorShownInPublic() {
        var report =
                """
                {"channel":"snap","title":"门口的路灯","text":"别让邻居知道","item":"%s","area":"370481",
                 "point":{"lon":117.31,"lat":35.08},"private":true}
                """
                        .formatted(Api.ITEM);
        var resident = town.resident("13900000006");
        var receipt = api.body(api.post(resident, "/matters", report));
        var number = receipt.at("/matter/number").asString();
        assertThat(receipt.at("/matter/private").asBoolean()).isTrue();
        var offered = api.get("", "/matters/similar?item=" + Api.ITEM + "&lon=117.31&lat=35.08");
        assertThat(api.body(offered)).isEmpty();
        var other = town.resident("13900000007");
        assertThat(api.post(other, "/follows/" + number, "")).hasStatus(404);
        var open = api.reported(desk, "旁边的路灯", Town.REGION, "13800001111", 117.31);
        var id = receipt.at("/matter/id").asString();
        var child = open.at("/matter/id").asString();
        assertThat(api.attempt(desk, child, "merge", "{\"into\":\"%s\"}".formatted(id)))
                .as("those who were merged would learn of it")
                .hasStatus(409);
        assertThat(api.attempt(desk, id, "merge", "{\"into\":\"%s\"}".formatted(child)))
                .hasStatusOk();
        assertThat(api.post(other, "/follows/" + number, "")).hasStatus(404);
        api.drain();
        assertThat(
                        jdbc.sql("SELECT hidden FROM insight.matter_row WHERE id = :id::uuid")
                                .param("id", id)
                                .query(Boolean.class)
                                .single())
                .as("the front page passes over it")
                .isTrue();
    }

    @Test
    void followsArePagedWithoutGaps() {
        var resident = town.resident("13900000004");
        for (int i = 0; i < 3; i++) {
            var id = api.dispatched(desk, "第" + i + "盏", town.unit("lamps"));
            var number = api.matter(desk, id).at("/number").asString();
            assertThat(api.post(resident, "/follows/" + number, "")).hasStatusOk();
        }
        var first = api.body(api.get(resident, "/follows?limit=2"));
        assertThat(first.at("/lines")).hasSize(2);
        assertThat(first.at("/lines/0/title").asString()).isEqualTo("第2盏");
        var rest =
                api.body(
                        api.get(
                                resident,
                                "/follows?limit=2&after=" + first.at("/next").asString()));
        assertThat(rest.at("/lines")).hasSize(1);
        assertThat(rest.at("/lines/0/title").asString()).isEqualTo("第0盏");
    }

    @Test
    void manyAreMergedAtOnceAndEachAnswersForItself() {
        var master = api.dispatched(desk, "主件", town.unit("lamps"));
        var one = api.report(desk, "次件一");
        var two = api.report(desk, "次件二");
        var nothing = UUID.randomUUID().toString();
        var body = "{\"ids\":[\"%s\",\"%s\",\"%s\",\"%s\"]}".formatted(one, two, master, nothing);
        var outcomes = api.body(api.post(desk, "/matters/" + master + "/absorb", body));
        assertThat(outcomes.findValuesAsString("merged"))
                .containsExactly("true", "true", "false", "false");
        assertThat(outcomes.at("/3/problem").asString()).isEqualTo("not-found");
        var again = api.body(api.post(desk, "/matters/" + master + "/absorb", body));
        assertThat(again.findValuesAsString("merged"))
                .containsExactly("true", "true", "false", "false");
        var kin = api.body(api.get(desk, "/matters/" + master + "/kin"));
        assertThat(kin.at("/mergedCount").asInt()).isEqualTo(2);
        assertThat(kin.at("/merged").findValuesAsString("id")).containsExactly(one, two);
        assertThat(api.body(api.get(desk, "/matters/" + one + "/kin")).at("/master/id").asString())
                .isEqualTo(master);
        var water = town.token("unit-handler", Optional.of("water"));
        assertThat(api.get(water, "/matters/" + master + "/kin")).hasStatus(404);
        assertThat(api.post(lamps, "/matters/" + master + "/absorb", body)).hasStatus(403);
        assertThat(absorbed(master)).isEqualTo(2);
    }

    @Test
    void whatTheSamePersonAskedBeforeIsShownWithTheLookRecorded() {
        var phone = "13712345678";
        api.reported(desk, "第一次", Town.REGION, phone);
        api.reported(desk, "第二次", Town.REGION, phone);
        var id = api.reported(desk, "第三次", Town.REGION, phone).at("/matter/id").asString();
        var uri = "/matters/" + id + "/requester/history?purpose=";
        var history = api.body(api.get(desk, uri + "回访"));
        assertThat(history.at("/month").asInt()).isEqualTo(3);
        assertThat(history.at("/year").asInt()).isEqualTo(3);
        assertThat(history.at("/sameItem").asInt()).isEqualTo(3);
        assertThat(history.at("/last").findValuesAsString("title")).containsExactly("第二次", "第一次");
        assertThat(history.toString()).doesNotContain(phone, "张三");
        assertThat(looks(id)).isOne();
        assertThat(api.get(desk, uri)).hasStatus(422);
        assertThat(api.get(lamps, uri + "x")).hasStatus(404);
        assertThat(api.get(town.resident("13900000005"), uri + "x")).hasStatus(403);
    }

    private JsonNode candidate(MvcTestResult offered, String number) {
        assertThat(offered).hasStatusOk();
        for (var it : api.body(offered)) {
            if (it.at("/number").asString().equals(number)) {
                return it;
            }
        }
        throw new AssertionError("Not offered: " + number);
    }

    private long told(String token, String id, String template) {
        long told = 0;
        for (var notice : api.body(api.get(token, "/inbox?limit=200")).at("/notices")) {
            if (notice.at("/matter").asString().equals(id)
                    && notice.at("/template").asString().equals(template)) {
                told++;
            }
        }
        return told;
    }

    private long absorbed(String id) {
        return jdbc.sql("SELECT count(*) FROM matter.step WHERE matter = :id AND act = 'absorb'")
                .param("id", UUID.fromString(id))
                .query(Long.class)
                .single();
    }

    private long looks(String id) {
        return jdbc.sql("SELECT count(*) FROM access.audit WHERE subject = :number")
                .param("number", api.matter(desk, id).at("/number").asString())
                .query(Long.class)
                .single();
    }

    /// Reads the whole log anew.
    private void replay(String consumer) {
        jdbc.sql(
                        """
                        UPDATE eventlog.cursor SET xid = '0', id = '00000000-0000-0000-0000-000000000000'
                         WHERE consumer = :consumer
                        """)
                .param("consumer", consumer)
                .update();
        api.drain();
    }
}
