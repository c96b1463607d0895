package org.huying.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.huying.problem.Language;
import org.huying.whistle.WhistleAct;
import org.junit.jupiter.api.Test;

class WhistleNoticeRulesTest {

    @Test
    void everyTemplateHasWordsInBothLanguages() {
        var wording = new Wording();
        assertThat(WhistleNoticeRules.TEMPLATES).hasSize(11);
        for (var template : WhistleNoticeRules.TEMPLATES) {
            for (var language : Language.values()) {
                var words = wording.of(template, language, "370481-W270301-0001", "夜市|占道", "城管");
                assertThat(words.headline()).isNotBlank().doesNotContain("{", "|");
                assertThat(words.text()).contains("370481-W270301-0001", "夜市|占道");
            }
        }
    }

    @Test
    void theCallIsToldToTheUnitsAndAMissToThoseAbove() {
        assertThat(WhistleNoticeRules.tell(WhistleAct.BLOW.key()))
                .extracting(WhistleNoticeRules.Tell::whom)
                .containsExactly(WhistleNoticeRules.Whom.UNITS);
        assertThat(WhistleNoticeRules.tell(WhistleAct.MISS.key()))
                .extracting(WhistleNoticeRules.Tell::whom)
                .contains(WhistleNoticeRules.Whom.ABOVE, WhistleNoticeRules.Whom.CALLER);
        assertThat(WhistleNoticeRules.tell(WhistleAct.RECEIVE.key())).isEmpty();
    }
}
