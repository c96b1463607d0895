package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.huying.eventlog.Consumers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Everybody who asks has a reply within the time the place promises (件件有回声).
class ReplyApiTest extends LoopApiTest {

    @Autowired AlarmRound round;
    @Autowired Consumers consumers;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvcTester http;

    @Test
    void aReplyIsOwedFromTheReportUntilSomebodyReplies() {
        var resident = api.resident("13900000701");
        var id = api.inHand(resident, "lamps");
        var owed = api.beside(id).at("/reply");
        assertThat(owed.at("/light").asString()).isEqualTo("GREEN");
        assertThat(OffsetDateTime.parse(owed.at("/due").asString()).toInstant())
                .isAfter(clock.instant())
                .isBefore(clock.instant().plus(Duration.ofDays(12)));
        var lamps = api.member("unit-handler", "lamps");
        api.step(lamps, id, "reply", "{\"words\":\"今晚来修\"}");
        assertThat(api.beside(id).at("/reply").isNull()).isTrue();
        assertThat(api.history(resident, id).findValuesAsString("note")).contains("今晚来修");
        consumers.drain();
        assertThat(templates(id)).contains("replied");
        assertThat(api.attempt(resident, id, "reply", "{\"words\":\"x\"}")).hasStatus(403);
    }

    @Test
    void aReplyThatIsOwedRingsBeforeItsTimeAndWhenItIsOver() {
        var id = api.reported(api.resident("13900000702"));
        var due = OffsetDateTime.parse(api.beside(id).at("/reply/due").asString()).toInstant();
        clock.move(Duration.between(clock.instant(), due).minusSeconds(60));
        ring();
        assertThat(templates(id)).contains("reply-amber").doesNotContain("reply-red");
        assertThat(api.beside(id).at("/reply/light").asString()).isEqualTo("AMBER");
        clock.move(Duration.ofSeconds(61));
        ring();
        ring();
        assertThat(templates(id)).contains("reply-red");
        assertThat(api.history(api.desk("a"), id).findValuesAsString("act"))
                .filteredOn("prompt"::equals)
                .hasSize(2);
        api.step(api.desk("a"), id, "reject", "{\"reason\":\"outside-duty\"}");
        assertThat(api.beside(id).at("/reply").isNull()).as("that was a reply").isTrue();
    }

    @Test
    void whatIsRepliedReachesThoseWhoAskedTheSame() {
        var desk = api.desk("a");
        var second = api.resident("13900000704");
        var master = api.inHand(api.resident("13900000703"), "lamps");
        var child = api.reported(second);
        api.step(desk, child, "merge", "{\"into\":\"%s\"}".formatted(master));
        assertThat(api.beside(child).at("/reply/due").isNull()).as("still owed").isFalse();
        consumers.drain();
        assertThat(api.beside(child).at("/reply/due").isNull()).isFalse();
        api.step(desk, master, "reply", "{\"words\":\"整条街一起换\"}");
        consumers.drain();
        consumers.drain();
        assertThat(api.beside(child).at("/reply").isNull()).isTrue();
        assertThat(api.history(second, child).findValuesAsString("note")).contains("整条街一起换");
        assertThat(templates(master)).contains("followed-replied");
        assertThat(templates(child)).doesNotContain("replied");
    }

    @Test
    void aMergedOneHasTheOutcomeAsItsReply() {
        var desk = api.desk("a");
        var second = api.resident("13900000706");
        var master = api.inHand(api.resident("13900000705"), "lamps");
        var child = api.reported(second);
        api.step(desk, child, "merge", "{\"into\":\"%s\"}".formatted(master));
        api.handled(desk, master);
        api.checked(api.desk("b"), master);
        assertThat(api.beside(master).at("/reply").isNull()).as("he is asked about it").isTrue();
        consumers.drain();
        assertThat(api.beside(child).at("/reply").isNull()).isTrue();
        assertThat(api.history(second, child).findValuesAsString("note")).contains("修好了");
    }

    @Test
    void whoFollowsByCodeReadsTheReply() {
        var report =
                http.post()
                        .uri("/api/v1/370481/matters")
                        .header("Idempotency-Key", "reply-1")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"channel\":\"snap\",\"title\":\"路灯\",\"text\":\"不亮\"}")
                        .exchange();
        var receipt = api.body(report);
        var id = receipt.at("/matter/id").asString();
        api.step(api.desk("a"), id, "reply", "{\"words\":\"已经派人去看\"}");
        var progress =
                http.get()
                        .uri("/api/v1/370481/track/" + receipt.at("/matter/number").asString())
                        .header(TrackController.SECRET, receipt.at("/trackingSecret").asString())
                        .exchange();
        assertThat(api.body(progress).at("/moves").findValuesAsString("words")).contains("已经派人去看");
    }

    @Test
    void whatNobodyAskedForOwesNoReplyAndTheListKnowsWhatDoes() {
        var desk = api.desk("a");
        var nobody = api.reported(desk);
        var asked = api.reported(api.resident("13900000707"));
        consumers.drain();
        var list =
                http.get()
                        .uri("/api/v1/370481/lists/matters?flag=unanswered&limit=100")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + desk)
                        .exchange();
        assertThat(list).hasStatusOk();
        assertThat(api.body(list).at("/lines").findValuesAsString("id"))
                .contains(asked)
                .doesNotContain(nobody);
        assertThat(api.beside(nobody).at("/reply").isNull()).isTrue();
    }

    private void ring() {
        consumers.drain();
        round.run();
        consumers.drain();
    }

    private List<String> templates(String id) {
        return jdbc.sql("SELECT template FROM notice.notice WHERE matter = :id")
                .param("id", UUID.fromString(id))
                .query((row, _) -> row.getString(1))
                .list();
    }
}
