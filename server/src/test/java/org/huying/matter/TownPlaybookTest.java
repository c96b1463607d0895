package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/// One town of a county works by a playbook of its own, the others do not.
class TownPlaybookTest extends LoopApiTest {

    private static final String TOWN = "310151101";
    private static final String OTHER = "310151102";

    @Autowired MockMvcTester http;

    @Test
    void aMatterIsOpenedUnderThePlaybookOfItsTown() {
        api.in(LoopApi.CHENGQIAO, TOWN);
        var resident = api.resident("13900000801");
        assertThat(reported(resident, TOWN + "001").at("/matter/playbook").asString())
                .isEqualTo("chengqiao");
        assertThat(reported(resident, OTHER).at("/matter/playbook").asString())
                .as("another town of the same county")
                .isEqualTo("base");
    }

    @Test
    void suggestionsKnowTheTown() {
        api.in(LoopApi.CHENGQIAO, TOWN);
        var desk = api.desk("a");
        for (var area : new String[] {TOWN, OTHER, TOWN}) {
            var answer =
                    http.post()
                            .uri("/api/v1/310151/suggestions")
                            .header(HttpHeaders.AUTHORIZATION, "Bearer " + desk)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(
                                    "{\"title\":\"路灯不亮\",\"text\":\"路灯坏了\",\"area\":\"%s\"}"
                                            .formatted(area))
                            .exchange();
            assertThat(answer).as(area).hasStatusOk();
            assertThat(api.body(answer).at("/items/0/item").asString()).isEqualTo("street-lamp");
        }
    }

    private JsonNode reported(String token, String area) {
        var result =
                http.post()
                        .uri("/api/v1/310151/matters")
                        .header("Idempotency-Key", "town-" + area)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                "{\"channel\":\"snap\",\"title\":\"路灯\",\"text\":\"不亮\",\"area\":\"%s\"}"
                                        .formatted(area))
                        .exchange();
        assertThat(result).hasStatus(201);
        return api.body(result);
    }
}
