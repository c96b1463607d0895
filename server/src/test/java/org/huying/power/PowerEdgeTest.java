package org.huying.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.Api;
import org.huying.Town;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.database.Postgres;
import org.huying.territory.Territory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/// Powers through the API: the list, a use of it, the department's objection and answer, and what the county decides.
@SpringBootTest(properties = "huying.access.second-factor=false")
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class PowerEdgeTest {

    @Autowired MockMvcTester http;
    @Autowired Api api;
    @Autowired Town town;
    @Autowired Accounts accounts;
    @Autowired Territory territory;
    @Autowired PowerDesk desk;
    @Autowired Clock clock;

    private String place = "";
    private String street = "";
    private String county = "";
    private String lamps = "";

    @BeforeEach
    void town() {
        town.ready();
        var code = territory.children(Town.COUNTY, clock.instant()).getFirst().code();
        place = code.value();
        var id =
                accounts.byLogin(Town.REGION, "street-of-powers")
                        .orElseGet(() ->
                                accounts.create(
                                        new NewAccount(
                                                Town.REGION,
                                                "street-of-powers",
                                                "街道值班员",
                                                Caller.Kind.STAFF,
                                                Optional.empty(),
                                                false,
                                                List.of(NewGrant.of("street-desk", code)))));
        street = accounts.openSession(id, Town.REGION);
        county = town.token("county-desk", Optional.empty());
        lamps = town.token("unit-handler", Optional.of("lamps"));
    }

    @Test
    void theListHasItsClassesItsItemsAndTheBasisOfEach() {
        var list = api.body(api.get(street, "/powers?area=" + place));
        assertThat(list.at("/rights").size()).isEqualTo(5);
        assertThat(list.at("/classes").size()).isEqualTo(7);
        assertThat(list.at("/items").size()).isEqualTo(105);
        var classes = new HashSet<String>();
        for (var item : list.at("/items")) {
            assertThat(item.at("/basis").asString()).startsWith("《");
            assertThat(item.at("/template").asBoolean()).isTrue();
            classes.add(item.at("/itemClass").asString());
        }
        assertThat(classes).hasSize(7);
    }

    @Test
    void anObjectionGoesToTheStreetThenToTheCountyAndTheDepartmentAnswersInTheEnd() {
        var used = use();
        assertThat(used).hasStatus(201);
        var id = api.body(used).at("/id").asString();
        assertThat(api.body(used).at("/basis").asString()).contains("行政处罚法");
        assertThat(reason(say(street, id, "respond", 1, decision(false)))).isEqualTo("WRONG_STATE");
        var other = town.token("unit-handler", Optional.of("water"));
        assertThat(say(other, id, "object", 1, word("不归我们"))).hasStatus(404);
        assertThat(say(lamps, id, "object", 1, word("不归我们"))).hasStatusOk();
        assertThat(say(lamps, id, "object", 1, word("不归我们"))).hasStatus(412);
        assertThat(reason(say(lamps, id, "answer", 2, word("办了")))).isEqualTo("WRONG_STATE");
        assertThat(say(county, id, "respond", 2, decision(false))).hasStatus(403);
        assertThat(say(street, id, "respond", 2, decision(false))).hasStatusOk();
        assertThat(say(street, id, "rule", 3, decision(false))).hasStatus(403);
        assertThat(say(county, id, "rule", 3, decision(false))).hasStatusOk();
        var done = api.body(say(lamps, id, "answer", 4, word("已派人处理")));
        assertThat(done.at("/state").asString()).isEqualTo("ANSWERED");
        assertThat(done.at("/words").size()).isEqualTo(4);
        assertThat(reason(say(lamps, id, "answer", 5, word("再答")))).isEqualTo("WRONG_STATE");
        api.drain();
        assertThat(api.body(api.get(lamps, "/inbox")).toString()).contains("街道行权", "已裁定");
    }

    @Test
    void aDocumentIsFilledInAndTheRestStaysBlank() {
        var id = api.body(use()).at("/id").asString();
        var papers = "/powers/exercises/" + id + "/papers";
        var list = api.body(api.get(street, papers)).at("/papers");
        assertThat(list.size()).isEqualTo(3);
        assertThat(list.at("/1/template").asBoolean()).isTrue();
        var paper = api.body(api.get(lamps, papers + "/correction"));
        assertThat(paper.at("/text").asString())
                .contains("请派人到场", "行政处罚法", id, "改正：" + Papers.BLANK)
                .doesNotContain("{");
        assertThat(paper.at("/signs").size()).isEqualTo(2);
        var other = town.token("unit-handler", Optional.of("water"));
        assertThat(api.get(other, papers)).hasStatus(404);
        assertThat(api.get(other, papers + "/correction")).hasStatus(404);
        assertThat(api.get(street, papers + "/nonsense")).hasStatus(404);
    }

    @Test
    void theStreetMayAgreeAndTakeItBack() {
        var id = api.body(use()).at("/id").asString();
        assertThat(say(lamps, id, "object", 1, word("不归我们"))).hasStatusOk();
        var back = api.body(say(street, id, "respond", 2, decision(true)));
        assertThat(back.at("/state").asString()).isEqualTo("WITHDRAWN");
        assertThat(back.at("/steps").size()).isZero();
    }

    @Test
    void onlyTheDeskOfTheStreetUsesItsPowers() {
        assertThat(use(county, "vendor")).hasStatus(403);
        assertThat(use(lamps, "vendor")).hasStatus(403);
        assertThat(use(street, "nonsense")).hasStatus(422);
        var unnamed =
                api.post(
                        street,
                        "/powers/exercises",
                        "{\"item\":\"vendor\",\"area\":\"%s\",\"title\":\"整治\",\"text\":\"请到场\"}"
                                .formatted(place));
        assertThat(unnamed).hasStatus(422);
    }

    @Test
    void whoDoesNotAnswerInTimeIsTold() {
        var id = api.body(use()).at("/id").asString();
        desk.tellOfLate(clock.instant().plus(Duration.ofDays(60)), 500);
        api.drain();
        assertThat(api.body(api.get(lamps, "/inbox")).toString()).contains("超时", id);
        var list = api.body(api.get(lamps, "/powers/exercises?state=USED&limit=200"));
        assertThat(list.at("/exercises").toString()).contains(id);
    }

    private MvcTestResult use() {
        return use(street, "vendor");
    }

    private MvcTestResult use(String token, String item) {
        return api.post(
                token,
                "/powers/exercises",
                """
                {"item":"%s","area":"%s","department":"%s","title":"夜市整治","text":"请派人到场"}
                """
                        .formatted(item, place, town.unit("lamps")));
    }

    private static String word(String text) {
        return "{\"text\":\"%s\"}".formatted(text);
    }

    private static String decision(boolean agreed) {
        return "{\"agreed\":%s,\"text\":\"按清单办\"}".formatted(agreed);
    }

    private String reason(MvcTestResult refused) {
        assertThat(refused).hasStatus(409);
        JsonNode body = api.body(refused);
        return body.at("/reason").asString();
    }

    private MvcTestResult say(String token, String id, String act, int version, String body) {
        return http.method(HttpMethod.POST)
                .uri(Api.PLACE + "/powers/exercises/" + id + "/" + act)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header(HttpHeaders.IF_MATCH, "\"" + version + "\"")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
