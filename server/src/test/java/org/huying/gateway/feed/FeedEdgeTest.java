package org.huying.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.huying.Api;
import org.huying.Town;
import org.huying.access.Caller;
import org.huying.database.Postgres;
import org.huying.playbook.store.Editing;
import org.huying.problem.Seen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Feeds over the API: only what may be public, only for whoever names the key, and nothing twice.
@SpringBootTest(
        properties = {
            "huying.access.second-factor=false",
            "huying.alarms.enabled=false",
            "huying.feeds.key=board-7"
        })
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class FeedEdgeTest {

    @Autowired Town town;
    @Autowired Api api;
    @Autowired MockMvcTester http;
    @Autowired Editing editing;

    private String desk = "";

    @BeforeEach
    void begin() {
        town.ready();
        desk = town.token("simulator", Optional.empty());
    }

    private MvcTestResult get(String more) {
        return http.get().uri(URI.create(Api.PLACE + "/feeds/" + Town.REGION + more)).exchange();
    }

    @Test
    void tellsWhatMayBePublicWithoutAnybodysWords() {
        var receipt = api.reported(desk, "赵六家的路灯", Town.REGION, "13800001111");
        api.drain();
        var answer = get("/feed.json?limit=100&key=board-7");
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getContentType()).startsWith("application/feed+json");
        assertThat(answer)
                .bodyText()
                .contains(receipt.at("/matter/id").asString(), "正在办理")
                .doesNotContain("赵六", "13800001111", "荆河路口");
    }

    /// A town that publishes what was said of street lamps.
    private void publishesWords(String town) {
        var text =
                """
                playbook: open-town
                extends: base
                place: { code: "%s", name: 公开镇, en: A town that publishes }
                catalogue:
                  items:
                    street-lamp: { publish: words }
                """
                        .formatted(town);
        var draft = new Editing.Draft(Town.REGION, "open-town", text);
        var outcome = editing.put(Caller.SYSTEM, draft, Optional.empty(), new Seen(0));
        assertThat(outcome.playbook()).as("%s", outcome.findings().all()).isPresent();
    }

    @Test
    void titlesThatArePublishedHoldNoTelephone() {
        var town = Town.REGION + "004";
        publishesWords(town);
        api.reported(desk, "路灯不亮，请打 139 1234 5678", town, "13800001111");
        api.drain();
        for (var form : List.of("/feed.json", "/rss.xml")) {
            assertThat(get(form + "?limit=99&key=board-7"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("路灯不亮，请打 ***")
                    .doesNotContain("139 1234", "5678");
        }
    }

    @Test
    void whoHasItAlreadyGetsNothing() {
        var first = get("/rss.xml?key=board-7");
        assertThat(first).hasStatusOk();
        assertThat(first.getResponse().getContentType()).startsWith("application/rss+xml");
        assertThat(first.getResponse().getHeader(HttpHeaders.CACHE_CONTROL)).contains("private");
        var tag = first.getResponse().getHeader(HttpHeaders.ETAG);
        assertThat(tag).isNotNull();
        var again =
                http.get()
                        .uri(
                                URI.create(
                                        Api.PLACE
                                                + "/feeds/"
                                                + Town.REGION
                                                + "/rss.xml?key=board-7"))
                        .header(HttpHeaders.IF_NONE_MATCH, String.valueOf(tag))
                        .exchange();
        assertThat(again).hasStatus(304);
        assertThat(again.getResponse().getContentAsByteArray()).isEmpty();
    }

    @Test
    void whoeverDoesNotNameTheKeyFindsNothing() {
        assertThat(get("/rss.xml")).hasStatus(404);
        assertThat(get("/rss.xml?key=board-8")).hasStatus(404);
        assertThat(get("/feed.json?key=board-7&limit=101")).hasStatus(422);
        var elsewhere =
                http.get()
                        .uri(URI.create(Api.PLACE + "/feeds/370402/rss.xml?key=board-7"))
                        .exchange();
        assertThat(elsewhere).as("of another county").hasStatus(404);
    }
}
