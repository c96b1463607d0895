package org.huying.mediation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A dispute is mediated, written down, worded anew, signed by all, and printed.
@SpringBootTest(properties = "huying.access.second-factor=false")
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class MediationEdgeTest {

    private static final String WORDING =
            """
            {"parties":[{"name":"钱大","idNumber":"370481199001011234","phone":"13900001111","address":"甲小区1号"},
                        {"name":"孙二","phone":"13900002222"}],
             "place":"社区调解室","heldOn":"2026-01-05","mediators":"周调解","facts":"楼上漏水","terms":"%s",
             "performance":"三十日内付清"}
            """;

    @Autowired MockMvcTester http;
    @Autowired Api api;
    @Autowired Town town;
    @Autowired JdbcClient jdbc;

    private String desk = "";
    private String matter = "";

    @BeforeEach
    void town() {
        town.ready();
        desk = town.token("county-desk", Optional.empty());
        matter = api.report(desk, "楼上漏水纠纷");
    }

    @Test
    void isWordedSignedByAllAndThenStands() {
        assertThat(api.get(desk, "/matters/" + matter + "/mediation")).hasStatus(404);
        assertThat(write(Optional.of(0), "赔偿一千元")).hasStatusOk();
        assertThat(write(Optional.of(0), "赔偿两千元")).hasStatus(412);
        var second = api.body(write(Optional.of(1), "赔偿八百元"));
        assertThat(second.at("/revision").asInt()).isEqualTo(2);
        assertThat(second.at("/parties/0/name").asString()).isEqualTo("钱*");
        assertThat(sign(1, 1)).as("not the wording that counts").hasStatus(412);
        assertThat(sign(2, 1)).hasStatusOk();
        assertThat(sign(2, 1)).hasStatus(409);
        assertThat(sign(2, 3)).hasStatus(422);
        assertThat(api.body(sign(2, 2)).at("/complete").asBoolean()).isFalse();
        assertThat(api.body(sign(2, 0)).at("/complete").asBoolean()).isTrue();
        assertThat(write(Optional.of(2), "改一改")).hasStatus(409);
    }

    @Test
    void isListedForThoseWhoReachTheMatterTheLastWrittenFirst() {
        assertThat(write(Optional.of(0), "赔偿一千元")).hasStatusOk();
        assertThat(sign(1, 1)).hasStatusOk();
        var older = matter;
        matter = api.report(desk, "楼道杂物纠纷");
        assertThat(write(Optional.of(0), "三天清走")).hasStatusOk();
        var page = api.body(api.get(desk, "/mediations?limit=1"));
        assertThat(page.at("/agreements/0/matter").asString()).isEqualTo(matter);
        assertThat(page.at("/agreements/0/title").asString()).isEqualTo("楼道杂物纠纷");
        assertThat(page.at("/agreements/0/complete").asBoolean()).isFalse();
        var next = page.at("/next").asString();
        var second = api.body(api.get(desk, "/mediations?limit=1&before=" + next));
        assertThat(second.at("/agreements/0/matter").asString()).isEqualTo(older);
        assertThat(second.at("/agreements/0/signed").asInt()).isOne();
        assertThat(second.at("/agreements/0/signers").asInt()).isEqualTo(3);
        assertThat(second.toString())
                .as("no party stands in the list")
                .doesNotContain("钱", "1390000");
        var other = town.token("unit-handler", Optional.of("water"));
        assertThat(api.body(api.get(other, "/mediations")).at("/agreements").size()).isZero();
        assertThat(api.get(desk, "/mediations?before=1.nonsense")).hasStatus(422);
    }

    @Test
    void onlyTheWordingThatCountsIsListed() {
        assertThat(write(Optional.of(0), "赔偿一千元")).hasStatusOk();
        assertThat(write(Optional.of(1), "赔偿八百元")).hasStatusOk();
        var lines = api.body(api.get(desk, "/mediations?limit=200")).at("/agreements");
        int found = 0;
        for (var line : lines) {
            if (line.at("/matter").asString().equals(matter)) {
                assertThat(line.at("/revision").asInt()).isEqualTo(2);
                found++;
            }
        }
        assertThat(found).isOne();
    }

    @Test
    void whatIsPrintedIsPlainAndEveryLookIsRecordedAndNothingIsStoredInPlain() {
        assertThat(write(Optional.of(0), "赔偿一千元")).hasStatusOk();
        var path = "/matters/" + matter + "/mediation/print";
        assertThat(api.get(desk, path)).hasStatus(400);
        var print = api.body(api.get(desk, path + "?purpose=打印协议书"));
        assertThat(print.at("/parties/0/name").asString()).isEqualTo("钱大");
        assertThat(print.at("/parties/0/idNumber").asString()).isEqualTo("370481199001011234");
        var stored =
                jdbc.sql(
                                "SELECT parties FROM mediation.revision WHERE region = '370481' AND matter = :matter")
                        .param("matter", UUID.fromString(matter))
                        .query((row, _) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                        .single();
        assertThat(stored).doesNotContain("钱大", "370481199001011234");
        var other = town.token("unit-handler", Optional.of("water"));
        assertThat(api.get(other, path + "?purpose=看看")).hasStatus(404);
    }

    private MvcTestResult write(Optional<Integer> seen, String terms) {
        return change("", seen, WORDING.replace("%s", terms));
    }

    private MvcTestResult sign(int revision, int party) {
        return change("/sign", Optional.of(revision), "{\"party\":%d}".formatted(party));
    }

    /// Nothing has been seen yet of what does not exist.
    private MvcTestResult change(String act, Optional<Integer> seen, String body) {
        var request =
                http.post()
                        .uri(Api.PLACE + "/matters/" + matter + "/mediation" + act)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + desk)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body);
        seen.filter(it -> it > 0)
                .ifPresentOrElse(
                        it -> request.header(HttpHeaders.IF_MATCH, "\"" + it + "\""),
                        () -> request.header(HttpHeaders.IF_NONE_MATCH, "*"));
        return request.exchange();
    }
}
