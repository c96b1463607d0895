package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.huying.Api;
import org.huying.Town;
import org.huying.database.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/// What whoever asked sees by number and secret: what he is asked, why it waits, and the photos meant for him.
@SpringBootTest
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class TrackEdgeTest {

    @Autowired Town town;
    @Autowired Api api;
    @Autowired MockMvcTester http;
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
    void showsWhatIsAskedUntilItIsAnswered() {
        var receipt = api.reported("", "问一句", Town.REGION, "13800002301");
        var id = accepted(receipt);
        assertThat(progress(receipt).at("/hold").isObject()).isFalse();
        var until = OffsetDateTime.now(ZoneOffset.UTC).plusDays(2).truncatedTo(ChronoUnit.SECONDS);
        api.step(desk, id, "ask", "{\"until\":\"%s\",\"words\":\"哪一盏？\"}".formatted(until));
        var hold = progress(receipt).at("/hold");
        assertThat(hold.at("/kind").asString()).isEqualTo("ASKED");
        assertThat(hold.at("/question").asString()).isEqualTo("哪一盏？");
        assertThat(OffsetDateTime.parse(hold.at("/until").asString()).toInstant())
                .isEqualTo(until.toInstant());
        api.step(desk, id, "answer", "{\"words\":\"门口那一盏\"}");
        assertThat(progress(receipt).at("/hold").isObject()).isFalse();
    }

    @Test
    void showsThePhotosOfTheReportAndOfTheWorkAndNoOthers() {
        var photo = api.picture(desk);
        var receipt = reportedWith(photo);
        var id = accepted(receipt);
        api.step(desk, id, "dispatch", "{\"unit\":\"%s\"}".formatted(town.unit("lamps")));
        var paper = api.picture(lamps);
        api.step(
                lamps,
                id,
                "apply",
                """
                {"kind":"EXTENSION","reason":"material","length":"1 work-day","words":"要等配件",
                 "evidence":[{"kind":"paper","attachment":"%s"}]}
                """
                        .formatted(paper));
        api.handled(lamps, id);
        var photos = progress(receipt).at("/photos");
        assertThat(photos.findValuesAsString("kind"))
                .containsExactlyInAnyOrder("report", "photo-before", "photo-after");
        assertThat(photos.findValuesAsString("id")).contains(photo).doesNotContain(paper);
        var bytes = photo(receipt, photo, secret(receipt));
        assertThat(bytes).hasStatusOk().hasContentType("image/jpeg");
        assertThat(bytes.getResponse().getContentAsByteArray()).startsWith(0xFF, 0xD8);
        assertThat(photo(receipt, paper, secret(receipt))).hasStatus(404);
        assertThat(photo(receipt, photo, "AAAABBBBCCCCDDDD")).hasStatus(404);
        assertThat(api.body(api.get(desk, "/matters/" + id + "/attachments")))
                .as("who works on it sees all")
                .hasSize(4);
    }

    @Test
    void theResidentWhoSignedInSeesTheSamePhotos() {
        var resident = town.resident("13800002303");
        var receipt = api.reported(resident, "登录后看照片", Town.REGION, "13800002303");
        var id = accepted(receipt);
        api.step(desk, id, "dispatch", "{\"unit\":\"%s\"}".formatted(town.unit("lamps")));
        var paper = api.picture(lamps);
        api.step(
                lamps,
                id,
                "apply",
                """
                {"kind":"EXTENSION","reason":"material","length":"1 work-day","words":"要等配件",
                 "evidence":[{"kind":"paper","attachment":"%s"}]}
                """
                        .formatted(paper));
        var uri = "/matters/" + id + "/attachments";
        assertThat(api.body(api.get(resident, uri))).isEmpty();
        assertThat(api.get(resident, uri + "/" + paper)).hasStatus(404);
        assertThat(api.get(lamps, uri + "/" + paper)).hasStatusOk();
    }

    @Test
    void staffWhoOpenAPhotoAtFullSizeAreRecorded() {
        var photo = api.picture(desk);
        var receipt = reportedWith(photo);
        var uri = "/matters/" + receipt.at("/matter/id").asString() + "/attachments/" + photo;
        var number = receipt.at("/matter/number").asString();
        assertThat(api.get(desk, uri + "?thumbnail=true")).hasStatusOk();
        assertThat(looks(number)).isZero();
        assertThat(api.get(desk, uri)).hasStatusOk();
        assertThat(looks(number)).isOne();
    }

    private long looks(String number) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM access.audit
                         WHERE region = '370481' AND act = 'looked-at-personal-data' AND subject = ? AND reason = ?
                        """)
                .params(number, AttachmentController.LOOK)
                .query(Long.class)
                .single();
    }

    private JsonNode reportedWith(String photo) {
        var result =
                api.post(
                        desk,
                        "/matters",
                        """
                        {"channel":"snap","title":"带照片的路灯","text":"三天了","item":"%s","area":"370481",
                         "attachments":["%s"],"contact":{"phone":"13800002302"}}
                        """
                                .formatted(Api.ITEM, photo));
        assertThat(result).hasStatus2xxSuccessful();
        return api.body(result);
    }

    private String accepted(JsonNode receipt) {
        var id = receipt.at("/matter/id").asString();
        if (api.matter(desk, id).at("/state").asString().equals("REPORTED")) {
            api.step(desk, id, "accept", "{}");
        }
        return id;
    }

    private JsonNode progress(JsonNode receipt) {
        var result = track(receipt, "", secret(receipt));
        assertThat(result).hasStatusOk();
        return api.body(result);
    }

    private MvcTestResult photo(JsonNode receipt, String photo, String secret) {
        return track(receipt, "/photos/" + photo + "?thumbnail=true", secret);
    }

    private MvcTestResult track(JsonNode receipt, String more, String secret) {
        return http.get()
                .uri(Api.PLACE + "/track/" + receipt.at("/matter/number").asString() + more)
                .header("X-Tracking-Secret", secret)
                .exchange();
    }

    private static String secret(JsonNode receipt) {
        return receipt.at("/trackingSecret").asString();
    }
}
