package org.huying.org.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which bodies work for which areas and industries, through the API.
@SpringBootTest(properties = "huying.access.second-factor=false")
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class})
class CoverageEdgeTest {
    private static final String HERE = "/api/v1/370481/coverage";

    @Autowired MockMvcTester http;
    @Autowired Town town;
    @Autowired JsonMapper json;

    private String admin = "";

    @BeforeEach
    void town() {
        town.ready();
        admin = town.token("system-admin", Optional.empty());
    }

    @Test
    void aBodyWorksForManyAreasAndAnAreaHasManyBodies() {
        var two =
                """
                {"items":[{"organisation":"lamps","areas":[{"area":"370481001"},{"area":"370481002"}]},
                          {"organisation":"water","areas":[{"area":"370481","industry":"tourism"}]}]}
                """;
        assertThat(body(post(two)).path("added").asInt()).isEqualTo(3);
        var again = body(post(two));
        assertThat(again.path("added").asInt() + again.path("ended").asInt()).isZero();

        assertThat(names("?area=370481001001")).containsExactlyInAnyOrder("路灯管理所", "供水公司");
        assertThat(names("?area=370481003")).containsExactly("供水公司");
        assertThat(names("?area=370481001&industry=tourism")).containsExactly("供水公司");
        assertThat(names("?within=370481002")).containsExactly("路灯管理所");
        assertThat(names("?organisation=" + town.unit("lamps"))).hasSize(2);
        var first = body(get("?limit=1"));
        assertThat(first.path("items").size()).isEqualTo(1);
        assertThat(
                        body(get("?limit=2&after=" + first.path("next").asString()))
                                .path("items")
                                .size())
                .isEqualTo(2);

        var moved =
                """
                {"items":[{"organisation":"lamps","areas":[{"area":"370481002"}]},
                          {"organisation":"water","areas":[]}]}
                """;
        var outcome = body(post(moved));
        assertThat(outcome.path("added").asInt()).isZero();
        assertThat(outcome.path("ended").asInt()).isEqualTo(2);
        assertThat(names("?area=370481001001")).isEmpty();
    }

    @Test
    void whatIsWrongChangesNothing() {
        var nobody =
                """
                {"items":[{"organisation":"water","areas":[{"area":"370481004"}]},
                          {"organisation":"nobody","areas":[{"area":"370481004"}]}]}
                """;
        assertThat(post(nobody)).hasStatus(409);
        var elsewhere =
                """
                {"items":[{"organisation":"water","areas":[{"area":"370402001"}]}]}
                """;
        assertThat(post(elsewhere)).hasStatus(404);
        var malformed =
                """
                {"items":[{"organisation":"water","areas":[{"area":"370481004","industry":"旅游"}]}]}
                """;
        assertThat(post(malformed)).hasStatus(422);
        assertThat(get("?limit=0")).hasStatus(422);
        assertThat(get("?area=370402001")).hasStatus(404);
        assertThat(names("?area=370481004")).isEmpty();
    }

    private List<String> names(String query) {
        return body(get(query)).path("items").values().stream()
                .map(line -> line.path("organisationName").asString())
                .toList();
    }

    private MvcTestResult get(String query) {
        return http.get()
                .uri(HERE + query)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + admin)
                .exchange();
    }

    private MvcTestResult post(String body) {
        return http.post()
                .uri(HERE + "/import")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + admin)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private JsonNode body(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return json.readTree(
                new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
