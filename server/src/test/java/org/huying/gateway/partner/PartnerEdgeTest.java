package org.huying.gateway.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.huying.demo.founding.Dice;
import org.huying.demo.hotline.Calling;
import org.huying.demo.hotline.Manners;
import org.junit.jupiter.api.Test;

/// A hotline and a town over real HTTP.
class PartnerEdgeTest extends Exchange {

    private static final String LAMP =
            "\"title\":\"路灯不亮\",\"content\":\"三盏\",\"category\":\"路灯不亮\",\"area\":\"370481001\",\"caller\":{\"name\":\"张三\",\"phone\":\"13800001111\"}";

    private static String fresh() {
        return "T" + UUID.randomUUID().toString().substring(0, 12);
    }

    private String opened() {
        var no = fresh();
        assertThat(outcome(said(message("DISPATCH", no + "-1", no, LAMP)))).isEqualTo("201 opened");
        return no;
    }

    @Test
    void theSameOrderIsOneMatterAndWhatChangesIsToldToWhoeverWorksIt() {
        var no = opened();
        var body = message("DISPATCH", no + "-1", no, LAMP);
        assertThat(outcome(said(body))).isEqualTo("200 repeated");
        assertThat(outcome(said(message("DISPATCH", no + "-2", no, LAMP))))
                .isEqualTo("200 repeated");
        assertThat(said(message("DISPATCH", no + "-1", no, "\"title\":\"别的\"")).statusCode())
                .as("one id for two things")
                .isEqualTo(422);
        assertThat(
                        outcome(
                                said(
                                        message(
                                                "CHANGE",
                                                no + "-3",
                                                no,
                                                "\"address\":\"路口东\",\"caller\":{\"phone\":\"13900002222\"}"))))
                .isEqualTo("200 updated");
        assertThat(history(no))
                .anyMatch(it -> it.contains("事发地址：路口东") && it.contains("电话已更新"))
                .noneMatch(it -> it.contains("13900002222"));
        assertThat(
                        outcome(
                                said(
                                        message(
                                                "CHANGE",
                                                no + "-4",
                                                no,
                                                "\"sendTime\":\"2020-01-01 00:00:00\",\"address\":\"旧的\""))))
                .isEqualTo("200 older");
        assertThat(
                        jdbc.sql("SELECT count(*) FROM gateway.work_order WHERE number = :no")
                                .param("no", no)
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void whatComesBeforeItsOrderWaitsForIt() {
        var no = fresh();
        assertThat(
                        outcome(
                                said(
                                        message(
                                                "URGE",
                                                no + "-2",
                                                no,
                                                "\"sendTime\":\"2026-01-02 00:00:00\",\"reason\":\"快\""))))
                .isEqualTo("202 waiting");
        assertThat(outcome(said(message("CHANGE", no + "-3", no, "\"address\":\"路口西\""))))
                .isEqualTo("202 waiting");
        assertThat(get(admin, "/partners/hotline/awaited").body()).contains(no);
        assertThat(
                        outcome(
                                said(
                                        message(
                                                "DISPATCH",
                                                no + "-1",
                                                no,
                                                "\"sendTime\":\"2026-01-01 00:00:00\"," + LAMP))))
                .isEqualTo("201 opened");
        assertThat(history(no)).anyMatch(it -> it.contains("催办：快"));
        assertThat(history(no)).anyMatch(it -> it.contains("路口西"));
        assertThat(get(admin, "/partners/hotline/awaited").body()).doesNotContain(no);
        assertThat(
                        outcome(
                                said(
                                        message(
                                                "URGE",
                                                no + "-2",
                                                no,
                                                "\"sendTime\":\"2026-01-02 00:00:00\",\"reason\":\"快\""))))
                .isEqualTo("200 repeated");
    }

    @Test
    void anOrderIsTakenBackWhileItIsWorkedAndNotAfterwards() {
        var no = opened();
        assertThat(outcome(said(message("CANCEL", no + "-2", no, "\"reason\":\"重复派单\""))))
                .isEqualTo("200 withdrawn");
        assertThat(state(no)).isEqualTo("WITHDRAWN");
        assertThat(said(message("CANCEL", no + "-3", no, "")).statusCode()).isEqualTo(409);
        exchange();
        assertThat(hotline.ledger().repeats()).isZero();
    }

    @Test
    void aResultIsTakenThereAndReturnedAndWorkedAgain() {
        var no = opened();
        rejected(no);
        assertThat(hotline.ledger().results()).contains(no);
        assertThat(outcome(said(message("REWORK", no + "-2", no, "\"reason\":\"应当受理\""))))
                .isEqualTo("200 redone");
        assertThat(history(no)).anyMatch(it -> it.startsWith("apply") && it.contains("应当受理"));
    }

    private void rejected(String no) {
        if (state(no).equals("DISPATCHED")) {
            step(no, "acknowledge", "{}");
            step(no, "return", "{\"reason\":\"不归我们\"}");
        }
        step(no, "reject", "{\"reason\":\"other-place\",\"note\":\"不属于本县\"}");
        exchange();
    }

    @Test
    void whatIsNotSignedOrOldOrSentTwiceIsRefused() {
        var no = fresh();
        var body = message("DISPATCH", no + "-1", no, LAMP);
        long now = Instant.now().getEpochSecond();
        var seal = seal(body, now);
        assertThat(said(body, "").statusCode()).isEqualTo(403);
        assertThat(said(body + " ", seal.header()).statusCode()).isEqualTo(403);
        assertThat(said(body, seal(body, now - 400).header()).statusCode()).isEqualTo(403);
        assertThat(said(body, seal(body, now + 400).header()).statusCode()).isEqualTo(403);
        assertThat(said(body, seal.header()).statusCode()).isEqualTo(201);
        var again = said(body, seal.header());
        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(again.body()).contains("随机数");
        bearer = machine("stranger");
        assertThat(said(body).statusCode()).as("somebody else's account").isEqualTo(404);
    }

    @Test
    void whatCannotBeReadIsRefusedWithEveryMistakeAndNothingIsStored() {
        var no = fresh();
        assertThat(said("{").statusCode()).isEqualTo(422);
        assertThat(said("[]").statusCode()).isEqualTo(422);
        var wrong = said(message("NEW", no + "-1", no, LAMP));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("msgType");
        assertThat(
                        said(message(
                                        "DISPATCH",
                                        no + "-1",
                                        no,
                                        "\"area\":\"110101\",\"title\":\"x\""))
                                .body())
                .contains("area");
        assertThat(
                        jdbc.sql("SELECT count(*) FROM gateway.inbound WHERE number = :no")
                                .param("no", no)
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void aMessageThatIsGivenUpHoldsBackWhatCameAfterItOfTheSameMatterOnly() {
        var first = opened();
        hotline.manners(new Manners(0, 0, 0, 0, 0, 0, 1, 0, Duration.ZERO));
        step(first, "accept", "{}");
        for (int i = 0; i < Posting.MOST; i++) {
            exchange();
        }
        rejected(first);
        hotline.manners(Manners.CALM);
        exchange();
        assertThat(hotline.ledger().results()).doesNotContain(first);
        var second = opened();
        rejected(second);
        assertThat(hotline.ledger().results()).contains(second);
        var dead = json(get(admin, "/partners/hotline/parcels?state=dead")).at("/items/0");
        assertThat(dead.at("/number").asString()).isEqualTo(first);
        assertThat(dead.at("/error").asString()).contains("code: 9");
        assertThat(json(get(admin, "/partners")).at("/items/0/dead").asInt()).isEqualTo(1);
        var id = dead.at("/id").asString();
        assertThat(post(admin, "/partners/hotline/parcels/" + id + "/resend", "").statusCode())
                .isEqualTo(200);
        exchange();
        exchange();
        assertThat(hotline.ledger().results()).contains(first);
        assertThat(hotline.ledger().overtaken()).isZero();
        assertThat(post(admin, "/partners/hotline/parcels/" + id + "/drop", "").statusCode())
                .as("only what was given up can be dropped")
                .isEqualTo(404);
    }

    @Test
    void nothingIsSentWhilePausedAndAllOfItAfterwards() {
        assertThat(post(admin, "/partners/hotline/pause", "").statusCode()).isEqualTo(200);
        var no = opened();
        rejected(no);
        assertThat(hotline.ledger().results()).doesNotContain(no);
        assertThat(json(get(admin, "/partners")).at("/items/0/paused").asBoolean()).isTrue();
        assertThat(post(admin, "/partners/hotline/resume", "").statusCode()).isEqualTo(200);
        exchange();
        assertThat(hotline.ledger().results()).contains(no);
    }

    @Test
    void aDayIsComparedAndRepaired() {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        calling.order("D-1");
        rejected("D-1");
        hotline.ledger()
                .remembers("D-lost", today, Calling.order("D-lost", Dice.of("x"), Instant.now()));
        var compared = json(post(admin, "/partners/hotline/days/compare?day=" + today, ""));
        assertThat(compared.at("/error").isNull()).as(compared.toString()).isTrue();
        assertThat(get(admin, "/partners/hotline/days/differences?day=" + today).body())
                .contains("order-missing-here", "D-lost");
        var repaired = json(post(admin, "/partners/hotline/days/repair?day=" + today, ""));
        assertThat(repaired.at("/count").asInt()).isEqualTo(1);
        post(admin, "/partners/hotline/days/compare?day=" + today, "");
        assertThat(get(admin, "/partners/hotline/days/differences?day=" + today).body())
                .doesNotContain("D-lost");
        assertThat(state("D-lost")).isNotEmpty();
    }

    @Test
    void aFileIsKeptWithItsMistakesOutAndItsVersionsInOrder() {
        var file = hotline.file(KEY);
        var wrong = put(KEY, file.replace("results: [CLOSED]", "results: [CLOSD]"), "\"2\"");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(json(wrong).at("/findings/0/code").asString()).isEqualTo("unknown-state");
        assertThat(json(wrong).at("/findings/0/line").asInt()).isPositive();
        assertThat(put(KEY, file, "\"1\"").statusCode()).isEqualTo(412);
        assertThat(put("other", file, "*").statusCode()).isEqualTo(422);
        var view = get(admin, "/partners/hotline");
        assertThat(json(view).at("/file").asString()).isEqualTo(file);
        assertThat(view.body()).doesNotContain(secret);
        assertThat(get(desk, "/partners").statusCode()).isEqualTo(403);
    }
}
