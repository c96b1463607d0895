package org.huying.territory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.huying.Api;
import org.huying.Town;
import org.huying.database.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/// The places of a county by name, for everybody.
@SpringBootTest
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class PlaceListEdgeTest {

    @Autowired Town town;
    @Autowired Api api;

    @BeforeEach
    void town() {
        town.ready();
    }

    @Test
    void listsStreetsAndWhatLiesBelowToNobodyInParticular() {
        var streets = body("/places");
        assertThat(streets.at("/items")).hasSize(21);
        assertThat(streets.at("/next").isString()).isFalse();
        var first = streets.at("/items/0");
        assertThat(first.at("/level").asString()).isEqualTo("street");
        assertThat(first.at("/within")).isEmpty();
        var code = first.at("/code").asString();
        var communities = body("/places?parent=" + code);
        assertThat(communities.at("/items/0/level").asString()).isEqualTo("community");
        assertThat(communities.at("/items/0/code").asString()).startsWith(code);
        assertThat(communities.at("/items/0/within/0").asString())
                .isEqualTo(first.at("/name").asString());
    }

    @Test
    void findsByNameAndPagesWithoutGaps() {
        var all = codes(body("/places?q=社区&limit=200"));
        assertThat(all).hasSizeGreaterThan(5).isSorted().doesNotHaveDuplicates();
        var paged = new ArrayList<String>();
        var after = "";
        do {
            var page = body("/places?q=社区&limit=3&after=" + after);
            paged.addAll(codes(page));
            after = page.path("next").asString("");
        } while (!after.isEmpty() && paged.size() < all.size());
        assertThat(paged).isEqualTo(all.subList(0, paged.size()));
        assertThat(paged.size()).isEqualTo(all.size());
        assertThat(body("/places?q=没有这个名字").at("/items")).isEmpty();
    }

    @Test
    void refusesWhatLiesElsewhereOrIsTooMuch() {
        assertThat(api.get("", "/places?parent=370482001")).hasStatus(422);
        assertThat(api.get("", "/places?parent=370481999")).hasStatus(422);
        assertThat(api.get("", "/places?parent=37048100")).hasStatus(422);
        assertThat(api.get("", "/places?limit=201")).hasStatus(422);
        assertThat(api.get("", "/places?after=x")).hasStatus(422);
    }

    private JsonNode body(String uri) {
        var result = api.get("", uri);
        assertThat(result).hasStatusOk();
        return api.body(result);
    }

    private static List<String> codes(JsonNode page) {
        return page.at("/items").findValuesAsString("code");
    }
}
