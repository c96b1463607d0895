package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A revisit that asks three questions: contacted, solved, satisfied.
class RevisitQuestionsApiTest extends LoopApiTest {

    private static final String ALL =
            "{\"reached\":true,\"solved\":%s,\"contacted\":true,\"answer\":\"%s\",\"words\":\"电话回访\"}";

    @Autowired TownRules rules;

    @BeforeEach
    void town() {
        rules.trial();
        api.in(LoopApi.TENGZHOU, TownRules.TRIAL);
    }

    @Test
    void allThreeAreAskedAndTheAnswersStay() {
        var id = api.closed(api.resident("13900000961"));
        var desk = api.desk("b");
        assertThat(
                        refused(
                                desk,
                                id,
                                "{\"reached\":true,\"solved\":true,\"answer\":\"satisfied\",\"words\":\"问了\"}"))
                .isEqualTo("QUESTION_OPEN");
        assertThat(
                        refused(
                                desk,
                                id,
                                "{\"reached\":true,\"solved\":true,\"contacted\":true,\"words\":\"问了\"}"))
                .isEqualTo("QUESTION_OPEN");
        assertThat(refused(desk, id, ALL.formatted(true, "unheard"))).isEqualTo("ANSWER_UNKNOWN");
        assertThat(refused(desk, id, ALL.formatted(false, "satisfied")))
                .isEqualTo("ANSWERS_DIFFER");

        var asked = api.step(desk, id, "revisit", ALL.formatted(true, "basically-satisfied"));
        assertThat(asked.at("/beside/revisit").asBoolean()).isFalse();
        var said = api.beside(id).at("/revisited");
        assertThat(said.at("/contacted").asBoolean()).isTrue();
        assertThat(said.at("/solved").asBoolean()).isTrue();
        assertThat(said.at("/answer/en").asString()).isEqualTo("Fairly satisfied");
        var steps = api.history(desk, id).findParents("act");
        var last = steps.getLast();
        assertThat(last.at("/act").asString()).isEqualTo("revisit");
        assertThat(last.at("/facts/answer").asString()).isEqualTo("basically-satisfied");
        assertThat(last.at("/facts/contacted").asBoolean()).isTrue();
    }

    @Test
    void whatIsNotSolvedIsWorkedAgainAndWhoIsNotReachedAnswersNothing() {
        var id = api.closed(api.resident("13900000962"));
        var desk = api.desk("b");
        var nobody = "{\"reached\":false,\"solved\":false,\"words\":\"没人接\"}";
        var missed = api.step(desk, id, "revisit", nobody);
        assertThat(missed.at("/beside/revisited").isNull()).isTrue();
        var again = api.step(desk, id, "revisit", ALL.formatted(false, "dissatisfied"));
        assertThat(again.at("/state").asString()).isEqualTo("REWORK");
        assertThat(again.at("/beside/revisited/answer/key").asString()).isEqualTo("dissatisfied");
    }

    private String refused(String token, String id, String body) {
        return api.refused(token, id, "revisit", body);
    }
}
