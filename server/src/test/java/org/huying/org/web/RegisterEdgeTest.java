package org.huying.org.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.Optional;
import java.util.UUID;
import org.huying.Town;
import org.huying.database.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Territory and organisations through the API, with real accounts.
@SpringBootTest(properties = "huying.access.second-factor=false")
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class})
class RegisterEdgeTest {
    private static final String HERE = "/api/v1/370481";

    @Autowired MockMvcTester http;
    @Autowired Town town;

    private String admin = "";

    @BeforeEach
    void town() {
        town.ready();
        admin = town.token("system-admin", Optional.empty());
    }

    @Test
    void listsTheStreetsPageByPage() {
        var first = get(HERE + "/territory/nodes?limit=20");
        assertThat(first).hasStatusOk();
        assertThat(first).bodyJson().extractingPath("$.items.length()").isEqualTo(20);
        assertThat(first).bodyJson().extractingPath("$.next").isNotNull();
        var node = get(HERE + "/territory/nodes/370481001");
        assertThat(node).bodyJson().extractingPath("$.path[1].name").isEqualTo("荆河街道");
    }

    @Test
    void createsAGridOutlinesItAndFindsItByPoint() {
        var created =
                post(
                        "/territory/nodes",
                        """
                        {"place":{"parent":"370481001001","kind":"GRID","name":"第一网格"},"from":"2026-01-01"}
                        """);
        assertThat(created).hasStatus(201);
        assertThat(created)
                .bodyJson()
                .extractingPath("$.items[0].code")
                .isEqualTo("370481001001001");
        var file =
                """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"370481001001001",
                 "name":"第一网格","kind":"grid"},"geometry":{"type":"Polygon","coordinates":
                 [[[117.1,35.0],[117.11,35.0],[117.11,35.01],[117.1,35.01],[117.1,35.0]]]}}]}
                """;
        var imported = post("/territory/import?datum=cgcs2000", file);
        assertThat(imported).hasStatusOk();
        assertThat(imported).bodyJson().extractingPath("$.changed").isEqualTo(1);
        var found = get(HERE + "/territory/locate?lon=117.105&lat=35.005");
        assertThat(found).bodyJson().extractingPath("$.path[3].name").isEqualTo("第一网格");
        assertThat(get(HERE + "/territory/locate?lon=10&lat=10")).hasStatus(404);
    }

    @Test
    void keepsWhoMayNotOutsideAndRefusesWhatIsMalformed() {
        assertThat(http.get().uri(HERE + "/territory/nodes").exchange()).hasStatus(401);
        assertThat(get("/api/v1/440310/territory/nodes/440310")).hasStatus(404);
        assertThat(get(HERE + "/territory/nodes/12345")).hasStatus(400);
        assertThat(get(HERE + "/territory/nodes?limit=100000")).hasStatus(422);
        assertThat(post("/territory/nodes", "{\"place\":{}}")).hasStatus(422);
        assertThat(post("/territory/import?datum=cgcs2000", "not json")).hasStatus(400);
        var worker = town.token("grid-worker", Optional.empty());
        assertThat(
                        http.post()
                                .uri(HERE + "/organisations/import")
                                .header(HttpHeaders.AUTHORIZATION, "Bearer " + worker)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"items\":[]}")
                                .exchange())
                .hasStatus(403);
    }

    @Test
    void saysWhoIsResponsibleAndWhy() {
        assertThat(
                        post(
                                "/duties/import",
                                """
                                {"items":[{"unit":"lamps","subject":"lamp","area":"370481","priority":0}],
                                 "from":"2026-01-01"}
                                """))
                .hasStatusOk();
        var answer = get(HERE + "/organisations/responsible?item=lamp&area=370481002");
        assertThat(answer).bodyJson().extractingPath("$.unitName").isEqualTo("路灯管理所");
        assertThat(answer).bodyJson().extractingPath("$.rule").isEqualTo("duty-list");
        var person = new UUID(7, 7);
        assertThat(
                        post(
                                "/posts/import",
                                """
                                {"items":[{"key":"chief","name":"网格长","organisation":"centre","area":"370481002",
                                 "holders":[{"person":"%s","name":"李"}]}],"from":"2026-01-01"}
                                """
                                        .formatted(person)))
                .hasStatusOk();
        var chief = get(HERE + "/organisations/responsible?item=x&area=370481002&post=chief");
        assertThat(chief).bodyJson().extractingPath("$.person").isEqualTo(person.toString());
    }

    @Test
    void listsProbableDuplicatesAndEndsOne() {
        assertThat(
                        post(
                                "/organisations/import",
                                """
                                {"items":[{"key":"a","name":"城管办（荆河街道办事处）","kind":"DEPARTMENT"},
                                 {"key":"b","name":"荆河街道城管办","kind":"DEPARTMENT"}],"from":"2026-01-01"}
                                """))
                .hasStatusOk();
        var pairs = get(HERE + "/organisations/duplicates");
        assertThat(pairs).bodyJson().extractingPath("$.items[0].score").isEqualTo(0.98);
    }

    @Test
    void changesTheTerritoryAndTheRegisterOnlyForWhoSawThemAsTheyStand() {
        var communities = get(HERE + "/territory/nodes?parent=370481002&limit=1");
        var parent = JsonPath.<String>read(text(communities), "$.items[0].code");
        var made =
                post(
                        "/territory/nodes",
                        """
                        {"place":{"parent":"%s","kind":"GRID","name":"旧名"},"from":"2026-01-01"}
                        """
                                .formatted(parent));
        var code = JsonPath.<String>read(text(made), "$.items[0].code");
        var tag = tag("/territory/nodes/" + code);
        var rename =
                """
                {"place":"%s","name":"新名","from":"2026-02-01","source":"街道会议"}
                """
                        .formatted(code);
        assertThat(post("/territory/rename", rename)).hasStatus(428);
        assertThat(post("/territory/rename", rename, tag))
                .hasStatusOk()
                .hasHeader("ETag", tag("/territory/nodes"));
        assertThat(post("/territory/rename", rename, tag))
                .hasStatus(412)
                .hasHeader("ETag", tag("/territory/nodes"));
        post(
                "/duties/import",
                """
                {"items":[{"unit":"water","subject":"tap","area":"370481","priority":0}],"from":"2026-01-01"}
                """);
        var list = get(HERE + "/duties?unit=" + town.unit("water"));
        var end = "/duties/" + JsonPath.<String>read(text(list), "$.items[0].id") + "/end";
        assertThat(post(end, "{}")).hasStatus(428);
        assertThat(post(end, "{}", "\"0\"")).hasStatus(412);
        assertThat(post(end, "{}", tag("/duties"))).hasStatus(204);
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private String tag(String path) {
        return String.valueOf(get(HERE + path).getResponse().getHeader("ETag"));
    }

    private MvcTestResult post(String path, String body, String version) {
        return http.post()
                .uri(HERE + path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + admin)
                .header(HttpHeaders.IF_MATCH, version)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get(String uri) {
        return http.get().uri(uri).header(HttpHeaders.AUTHORIZATION, "Bearer " + admin).exchange();
    }

    private MvcTestResult post(String path, String body) {
        return http.post()
                .uri(HERE + path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + admin)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
