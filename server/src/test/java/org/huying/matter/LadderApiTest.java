package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.huying.access.Accounts;
import org.huying.org.edit.PostEdits;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LadderApiTest extends LoopApiTest {

    @Autowired Accounts accounts;
    @Autowired PostEdits posts;

    @Test
    void goesUpOneRungAtATimeAndNeverDown() {
        var id = api.inHand(api.resident("13900000001"), "committee");
        var desk = api.desk("a");
        var street = api.step(desk, id, "escalate", "{\"words\":\"社区解决不了\"}");
        assertThat(street.at("/unit/name").asString()).isEqualTo("street");
        assertThat(street.at("/beside/rung").asString()).isEqualTo("street");
        assertThat(street.at("/beside/firstUnit/name").asString())
                .as("whom the rule gave it to before anybody else")
                .isEqualTo("street");
        assertThat(api.refused(desk, id, "escalate", given("street", "再给自己一次时间")))
                .isEqualTo("NOT_HIGHER");
        assertThat(api.refused(desk, id, "escalate", given("committee", "还是社区吧")))
                .isEqualTo("NOT_HIGHER");
        var county = api.step(desk, id, "escalate", "{\"words\":\"街道解决不了\"}");
        assertThat(county.at("/unit/name").asString()).isEqualTo("centre");
    }

    @Test
    void whatNobodyAskedForIsClosedOnTheSpot() {
        var worker = api.staff("grid-worker", api.community());
        var id = api.reported(worker);
        var done = api.step(worker, id, "spot", spot("committee", api.photos(worker)));
        assertThat(done.at("/state").asString()).isEqualTo("CLOSED");
        assertThat(done.at("/beside/spot").asBoolean()).isTrue();
        assertThat(done.at("/beside/firstUnit/name").asString()).isEqualTo("committee");
    }

    @Test
    void whatSomebodyAskedForIsCheckedAndAskedAfterTheSpot() {
        var worker = api.staff("grid-worker", api.community());
        var id = api.reported(api.resident("13900000002"));
        assertThat(api.refused(worker, id, "spot", spot("committee", "[]")))
                .isEqualTo("EVIDENCE_MISSING");
        var done = api.step(worker, id, "spot", spot("committee", api.photos(worker)));
        assertThat(done.at("/state").asString()).isEqualTo("HANDLED");
    }

    @Test
    void nobodyHandlesOnTheSpotInTheNameOfABodyThatIsNotHisOwn() {
        var worker = api.staff("grid-worker", api.community());
        var id = api.reported(worker);
        for (var unit : List.of("lamps", "street", "centre")) {
            assertThat(api.attempt(worker, id, "spot", spot(unit, api.photos(worker))))
                    .as(unit)
                    .hasStatus(403);
        }
        assertThat(api.state(id)).isEqualTo("REPORTED");
    }

    @Test
    void whoHoldsAPostHandlesForTheBodyOfThePost() {
        var worker = api.staff("grid-worker", api.community());
        var account =
                accounts.byLogin(LoopApi.TENGZHOU, "grid-worker-" + api.community()).orElseThrow();
        posts.save(
                LoopApi.TENGZHOU,
                List.of(
                        new PostEdits.Entry(
                                "street-desk",
                                "街道值班员",
                                "street",
                                TerritoryCode.of("370481001"),
                                List.of(new PostEdits.Holder(account, "张")))),
                LocalDate.of(2020, 1, 1));
        var id = api.reported(worker);
        assertThat(
                        api.step(worker, id, "spot", spot("street", api.photos(worker)))
                                .at("/unit/name")
                                .asString())
                .isEqualTo("street");
    }

    @Test
    void isSentBackInTimeAndNotTooOftenAndThenTheArbiterDecides() {
        var id = api.reported(api.resident("13900000003"));
        var lamps = api.member("unit-handler", "lamps");
        var desk = api.desk("a");
        api.dispatched(id, "lamps");
        clock.move(Duration.ofDays(7));
        assertThat(api.refused(lamps, id, "return", "{\"reason\":\"不归我们\"}"))
                .isEqualTo("RETURN_TOO_LATE");
        for (int i = 0; i < 2; i++) {
            api.dispatched(id, "lamps");
            assertThat(
                            api.step(lamps, id, "return", "{\"reason\":\"不归我们\"}")
                                    .at("/state")
                                    .asString())
                    .isEqualTo("RETURNED");
        }
        api.dispatched(id, "lamps");
        assertThat(api.refused(lamps, id, "return", "{\"reason\":\"还是不归\"}"))
                .isEqualTo("RETURNED_TOO_OFTEN");
        var street = api.staff("street-desk", "370481001");
        assertThat(api.attempt(street, id, "arbitrate", given("water", "归供水"))).hasStatus(403);
        api.step(desk, id, "arbitrate", given("water", "归供水"));
        var water = api.member("unit-handler", "water");
        assertThat(api.refused(water, id, "return", "{\"reason\":\"不归我们\"}")).isEqualTo("FIXED");
    }

    @Test
    void theArbitersWordIsTheNextAdvice() {
        var first = api.reported(api.resident("13900000004"));
        var desk = api.desk("a");
        api.step(desk, first, "classify", "{\"item\":\"tree-dangerous\"}");
        api.dispatched(first, "lamps");
        api.step(desk, first, "arbitrate", given("water", "这类都归供水"));
        var next = api.reported(api.resident("13900000005"));
        api.step(desk, next, "classify", "{\"item\":\"tree-dangerous\"}");
        var advised = api.step(desk, next, "accept", "{}").at("/suggestion");
        assertThat(advised.at("/unit").asString()).isEqualTo(api.unit("water").toString());
        assertThat(advised.at("/why").asString()).contains("仲裁");
    }

    @Test
    void anEmergencyIsWorkedAtOnceAndWrittenUpAfterwards() {
        var desk = api.desk("a");
        var resident = api.resident("13900000006");
        var id = api.reported(resident);
        var begun = api.step(desk, id, "emergency", given("lamps", "线掉下来了"));
        assertThat(begun.at("/state").asString()).isEqualTo("IN_PROGRESS");
        assertThat(begun.at("/beside/owed").asBoolean()).isTrue();
        assertThat(begun.at("/beside/urgency").asString()).isEqualTo("EMERGENCY");
        api.handled(desk, id);
        api.checked(api.desk("b"), id);
        api.step(resident, id, "rate", "{\"answer\":\"satisfied\"}");
        assertThat(api.refused(desk, id, "close", "{}")).isEqualTo("OWED");
        api.step(desk, id, "document", "{\"words\":\"十点接报，十点二十断电，十一点恢复\"}");
        assertThat(api.step(desk, id, "close", "{}").at("/state").asString()).isEqualTo("CLOSED");
    }

    private String given(String unit, String words) {
        return "{\"unit\":\"%s\",\"words\":\"%s\"}".formatted(api.unit(unit), words);
    }

    private String spot(String unit, String evidence) {
        return "{\"unit\":\"%s\",\"words\":\"当场清走\",\"evidence\":%s}"
                .formatted(api.unit(unit), evidence);
    }
}
