package org.huying.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.Town;
import org.huying.database.Postgres;
import org.huying.database.Snapshots;
import org.huying.eventlog.Consumer;
import org.huying.eventlog.Consumers;
import org.huying.eventlog.StoredFact;
import org.huying.suggest.units.UnitModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// From requests over HTTP to what is suggested for the next one.
@SpringBootTest
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class})
class SuggestModuleTest {

    private static final String API = "/api/v1/370481";
    private static final String ITEM = "street-lamp";

    @Autowired MockMvcTester http;
    @Autowired Town town;
    @Autowired Consumers consumers;
    @Autowired List<Consumer> all;
    @Autowired Snapshots<UnitModel> units;
    @Autowired Snapshots<Models.Texts> texts;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired JsonMapper json;

    private String desk = "";
    private String lamps = "";

    @BeforeEach
    void town() {
        town.ready();
        desk = town.token("simulator", Optional.empty());
        lamps = town.token("unit-handler", Optional.of("lamps"));
    }

    @Test
    void theCatalogueAloneFindsTheItemAndANameThePlace() {
        var answer = suggest("{\"title\":\"路灯不亮\",\"text\":\"荆河街道路口的路灯坏了\"}");
        assertThat(answer.at("/items/0/item").asString()).isEqualTo(ITEM);
        assertThat(answer.at("/items/0/reasons/0/zh").asString()).contains("路灯");
        assertThat(answer.at("/items/0/accept/body/item").asString()).isEqualTo(ITEM);
        assertThat(answer.at("/places/0/name").asString()).isEqualTo("荆河街道");
        assertThat(answer.at("/places/0/reasons/0/zh").asString()).isEqualTo("文中提到荆河街道");
        assertThat(answer.at("/places/0/accept/step").asString()).isEqualTo("locate");
    }

    @Test
    void learnsWhoKeepsWhatAndWhoGivesItBack() {
        for (int i = 0; i < 4; i++) {
            dispatched(town.unit("water"));
        }
        learn();
        var before = suggest(stated());
        assertThat(unit(before, "water").at("/reasons").toString()).contains("件由它办", "went to it");
        double trusted = unit(before, "water").at("/confidence").asDouble();
        assertThat(unit(before, "water").at("/mayAct").asBoolean()).isFalse();

        for (int i = 0; i < 4; i++) {
            var id = dispatched(town.unit("lamps"));
            step(lamps, id, "return", "{\"reason\":\"不归我们管\"}");
            learn();
            step(desk, id, "dispatch", "{\"unit\":\"%s\"}".formatted(town.unit("water")));
        }
        learn();
        var after = suggest(stated());
        assertThat(after.at("/units/0/unit").asString()).isEqualTo(town.unit("water").toString());
        assertThat(after.at("/units/0/confidence").asDouble()).isGreaterThan(trusted);
        assertThat(tally("lamps", "returned")).isEqualTo(4);
        assertThat(unit(after, "lamps").at("/reasons").toString()).doesNotContain("件由它办");
    }

    @Test
    void returnsThatAreHeardOfAtOnceAllCount() {
        var centre = town.token("unit-handler", Optional.of("centre"));
        var id = dispatched(town.unit("centre"));
        for (int i = 0; i < 2; i++) {
            step(centre, id, "return", "{\"reason\":\"不归我们管\"}");
            step(desk, id, "dispatch", "{\"unit\":\"%s\"}".formatted(town.unit("centre")));
        }
        learn();
        assertThat(tally("centre", "returned")).isEqualTo(2);
    }

    @Test
    void learnsTheWordsOfACorrection() {
        var text = "{\"text\":\"嘎嘎机又响了\"}";
        assertThat(suggest(text).at("/items/0/item").asString())
                .isNotEqualTo("garbage-pile-nowhere");
        var id = report("嘎嘎机", "嘎嘎机响个不停", ITEM);
        learn();
        assertThat(suggest(text).at("/items/0/item").asString()).isEqualTo(ITEM);
        var other = otherItem();
        step(desk, id, "classify", "{\"item\":\"%s\"}".formatted(other));
        learn();
        assertThat(suggest(text).at("/items/0/item").asString()).isEqualTo(other);
    }

    @Test
    void hearingTheSameFactsAgainChangesNothing() {
        dispatched(town.unit("water"));
        learn();
        var before = dump();
        var consumer =
                all.stream()
                        .filter(it -> it.name().equals("suggest.memory"))
                        .findFirst()
                        .orElseThrow();
        transaction.executeWithoutResult(_ -> consumer.apply(facts()));
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void aStoredMatterGetsReadyStepsAndOnlyForWhoSeesIt() {
        var id = report("路灯不亮", "城郊的路灯不亮", ITEM);
        var answer = body(get(desk, API + "/matters/" + id + "/suggestions"));
        assertThat(answer.at("/items/0/accept/path").asString())
                .isEqualTo(API + "/matters/" + id + "/classify");
        assertThat(answer.at("/version").asInt()).isPositive();
        assertThat(get(lamps, API + "/matters/" + id + "/suggestions")).hasStatus(403);
        assertThat(get(desk, API + "/matters/" + UUID.randomUUID() + "/suggestions"))
                .hasStatus(404);
    }

    @Test
    void residentsAreOfferedOnlyWhatTheyMayChoose() {
        var offered = body(post("", API + "/suggestions/items", "{\"text\":\"路灯不亮\"}", 0));
        assertThat(offered.get(0).at("/item").asString()).isEqualTo(ITEM);
        var open =
                body(http.get().uri(API + "/playbook/items?residents=true&limit=200").exchange());
        var chosen = open.at("/items").valueStream().map(it -> it.at("/key").asString()).toList();
        assertThat(offered.valueStream().map(it -> it.at("/item").asString()).toList())
                .isSubsetOf(chosen);
    }

    @Test
    void refusesStrangersAndWhatThereIsNot() {
        assertThat(post("", API + "/suggestions", "{\"text\":\"x\"}", 0)).hasStatus(401);
        assertThat(post(desk, API + "/suggestions", "{\"text\":\"x\",\"item\":\"nothing\"}", 0))
                .hasStatus(422);
        assertThat(post(desk, API + "/suggestions", "{\"text\":\"x\",\"area\":\"370481999\"}", 0))
                .hasStatus(422);
        assertThat(post(desk, API + "/suggestions", "{\"text\":\"\"}", 0)).hasStatus(422);
    }

    private void learn() {
        consumers.drain();
        units.refresh();
        texts.refresh();
    }

    private String otherItem() {
        var items = body(http.get().uri(API + "/playbook/items?limit=50").exchange());
        return items.at("/items")
                .valueStream()
                .map(it -> it.at("/key").asString())
                .filter(it -> !it.equals(ITEM))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode unit(JsonNode answer, String key) {
        var id = town.unit(key).toString();
        return answer.at("/units")
                .valueStream()
                .filter(it -> it.at("/unit").asString().equals(id))
                .findFirst()
                .orElseGet(json::createObjectNode);
    }

    private long tally(String unit, String column) {
        return jdbc.sql(
                        "SELECT coalesce(sum("
                                + column
                                + "), 0) FROM suggest.tally WHERE unit = :unit")
                .param("unit", town.unit(unit))
                .query(Long.class)
                .single();
    }

    private List<String> dump() {
        return jdbc.sql(
                        """
                        SELECT memory::text FROM suggest.memory UNION ALL SELECT tally::text FROM suggest.tally
                        UNION ALL SELECT example::text FROM suggest.example
                        UNION ALL SELECT revision::text FROM suggest.revision ORDER BY 1
                        """)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<StoredFact> facts() {
        return jdbc.sql("SELECT * FROM eventlog.event WHERE kind = 'matter.moved' ORDER BY xid, id")
                .query((row, _) ->
                        new StoredFact(
                                row.getString("region"),
                                row.getObject("id", UUID.class),
                                row.getString("kind"),
                                row.getObject("subject", UUID.class),
                                json.readTree(row.getString("facts")),
                                row.getTimestamp("at").toInstant()))
                .list();
    }

    private static String stated() {
        return "{\"text\":\"路灯不亮\",\"item\":\"%s\"}".formatted(ITEM);
    }

    private JsonNode suggest(String body) {
        var result = post(desk, API + "/suggestions", body, 0);
        assertThat(result).hasStatusOk();
        return body(result);
    }

    private String report(String title, String text, String item) {
        var body =
                "{\"channel\":\"snap\",\"title\":\"%s\",\"text\":\"%s\",\"item\":\"%s\"}"
                        .formatted(title, text, item);
        var result = post(desk, API + "/matters", body, 0);
        assertThat(result).hasStatus(201);
        var matter = body(result).at("/matter");
        var id = matter.at("/id").asString();
        if (matter.at("/state").asString().equals("REPORTED")) {
            step(desk, id, "accept", "{}");
        }
        return id;
    }

    private String dispatched(UUID unit) {
        var id = report("路灯不亮", "城郊的路灯不亮", ITEM);
        step(desk, id, "dispatch", "{\"unit\":\"%s\"}".formatted(unit));
        return id;
    }

    private void step(String token, String id, String act, String body) {
        var seen = body(get(desk, API + "/matters/" + id));
        var path = API + "/matters/" + id + "/" + act;
        assertThat(post(token, path, body, seen.at("/version").asInt())).as(act).hasStatusOk();
    }

    private MvcTestResult get(String token, String uri) {
        return http.get().uri(uri).header(HttpHeaders.AUTHORIZATION, "Bearer " + token).exchange();
    }

    private MvcTestResult post(String token, String uri, String body, int version) {
        var request =
                http.post()
                        .uri(uri)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header(HttpHeaders.IF_MATCH, "\"" + version + "\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body);
        return (token.isEmpty()
                        ? request
                        : request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .exchange();
    }

    private JsonNode body(MvcTestResult result) {
        return json.readTree(result.getResponse().getContentAsByteArray());
    }
}
