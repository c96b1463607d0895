package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.huying.Api;
import org.huying.Town;
import org.huying.database.Postgres;
import org.huying.territory.Territory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// A report that lacks what its place asks for is filled in afterwards, and its history keeps what was there before.
@SpringBootTest(properties = "huying.access.second-factor=false")
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class FillEdgeTest {

    @Autowired MockMvcTester http;
    @Autowired Api api;
    @Autowired Town town;
    @Autowired Territory territory;
    @Autowired Clock clock;

    private String desk = "";
    private String community = "";
    private JsonNode spell = MissingNode.getInstance();

    @BeforeEach
    void aSurge() {
        town.ready();
        desk = town.token("county-desk", Optional.empty());
        var streets = territory.children(Town.COUNTY, clock.instant());
        var street = streets.get(streets.size() - 2).code();
        community = territory.children(street, clock.instant()).getFirst().code().value();
        var on = "{\"area\":\"%s\",\"mode\":\"surge\",\"reason\":\"汛期\"}".formatted(street);
        var switched = api.post(desk, "/modes", on);
        assertThat(switched).hasStatus(201);
        spell = api.body(switched);
    }

    @AfterEach
    void over() {
        var off = "/modes/" + spell.at("/id").asString() + "/off";
        var done = changed(desk, off, spell.at("/version").asInt(), "{\"reason\":\"退汛\"}");
        assertThat(done).hasStatus(204);
    }

    @Test
    void whatIsMissingIsOfferedFilledInAndKept() {
        var id = reported(town.resident("13900000611"));
        var seen = api.matter(desk, id);
        assertThat(seen.at("/missing").toString()).isEqualTo("[\"households\"]");
        assertThat(seen.at("/steps").findValuesAsString("act")).contains("fill");
        assertThat(fill(desk, id, "{\"fields\":{\"households\":-4}}")).hasStatus(422);
        assertThat(fill(desk, id, "{\"fields\":{\"nonsense\":4}}")).hasStatus(422);
        assertThat(fill(desk, id, "{\"fields\":{}}")).hasStatus(422);
        assertThat(api.matter(desk, id).at("/version").asInt()).isEqualTo(1);

        var filled = api.body(fill(desk, id, "{\"fields\":{\"households\":12}}"));
        assertThat(filled.at("/missing").size()).isZero();
        assertThat(filled.at("/fields/0/value").asInt()).isEqualTo(12);
        assertThat(filled.at("/state").asString()).isEqualTo(seen.at("/state").asString());
        var put = api.body(fill(desk, id, "{\"fields\":{\"households\":15}}"));
        assertThat(put.at("/fields/0/value").asInt()).isEqualTo(15);

        var history = api.body(api.get(desk, "/matters/" + id + "/steps"));
        var last = history.get(history.size() - 1);
        assertThat(last.at("/act").asString()).isEqualTo("fill");
        assertThat(last.at("/facts/fields/households").asInt()).isEqualTo(15);
        assertThat(last.at("/facts/before/households").asInt()).isEqualTo(12);
    }

    @Test
    void momentsAndChoicesAreFilledInAndReadByTheirNames() {
        var id = reported(town.resident("13900000613"));
        assertThat(fill(desk, id, "{\"fields\":{\"since\":\"2026-05-01\"}}")).hasStatus(422);
        assertThat(fill(desk, id, "{\"fields\":{\"harm\":[\"thirst\"]}}")).hasStatus(422);
        var filled =
                api.body(
                        fill(
                                desk,
                                id,
                                """
                                {"fields":{"since":"2026-05-01T08:00:00+08:00","harm":["rest","passage"]}}
                                """));
        var fields = filled.at("/fields");
        assertThat(fields.findValuesAsString("key")).containsExactlyInAnyOrder("since", "harm");
        for (var field : fields) {
            if (field.at("/key").asString().equals("since")) {
                assertThat(field.at("/value").asString()).isEqualTo("2026-05-01T00:00:00Z");
            } else {
                assertThat(field.at("/value").toString()).isEqualTo("[\"passage\",\"rest\"]");
                assertThat(field.at("/words/zh").asString()).isEqualTo("出行、休息");
                assertThat(field.at("/name/en").asString()).isEqualTo("What it harms");
            }
        }
    }

    @Test
    void whoeverReadsOnlyDoesNotFillInAndNobodyOverwritesUnseen() {
        var id = reported(town.resident("13900000612"));
        var leader = town.token("leader", Optional.empty());
        assertThat(api.matter(leader, id).at("/steps").findValuesAsString("act"))
                .doesNotContain("fill");
        assertThat(fill(leader, id, "{\"fields\":{\"households\":1}}")).hasStatus(403);
        assertThat(fill(desk, id, "{\"fields\":{\"households\":2}}")).hasStatusOk();
        var old = changed(desk, "/matters/" + id + "/fill", 1, "{\"fields\":{\"households\":3}}");
        assertThat(old).hasStatus(412);
        assertThat(api.matter(desk, id).at("/fields/0/value").asInt()).isEqualTo(2);
    }

    private String reported(String resident) {
        var result =
                api.post(
                        resident,
                        "/matters",
                        """
                        {"channel":"snap","title":"积水","text":"楼下积水了","item":"street-lamp","area":"%s"}
                        """
                                .formatted(community));
        assertThat(result).hasStatus(201);
        return api.body(result).at("/matter/id").asString();
    }

    private MvcTestResult fill(String token, String id, String body) {
        return api.attempt(token, id, "fill", body);
    }

    private MvcTestResult changed(String token, String uri, int version, String body) {
        return http.post()
                .uri(Api.PLACE + uri)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header(HttpHeaders.IF_MATCH, "\"" + version + "\"")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .content(body)
                .exchange();
    }
}
