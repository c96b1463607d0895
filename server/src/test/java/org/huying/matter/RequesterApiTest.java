package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import org.huying.vault.Masking;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What a report tells about a person is masked, until somebody looks and says what for.
class RequesterApiTest extends LoopApiTest {

    @Autowired TownRules rules;

    @BeforeEach
    void town() {
        rules.trial();
        api.in(LoopApi.TENGZHOU, TownRules.TRIAL);
    }

    @Test
    void whatIsToldOfAPersonIsReadByItsNameOnceLookedAt() {
        var id = api.reported(api.resident("13900000921"), ",\"fields\":{\"help\":\"lift\"}");
        var desk = api.desk("a");
        var masked = api.show(desk, id).at("/fields/0");
        assertThat(masked.at("/value").asString()).isEqualTo(Masking.HIDDEN);
        assertThat(masked.at("/words").isNull()).isTrue();
        var looked = api.body(api.get(desk, id + "/requester?purpose=上门照应"));
        var plain = looked.at("/fields/0");
        assertThat(plain.at("/key").asString()).isEqualTo("help");
        assertThat(plain.at("/value").asString()).isEqualTo("lift");
        assertThat(plain.at("/words/zh").asString()).isEqualTo("搀扶");
        assertThat(plain.at("/name/en").asString()).isEqualTo("Help at the door");
    }
}
