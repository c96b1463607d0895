package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What staff find on patrol is taken on as it is found, where the place says so.
class FiledDirectlyApiTest extends LoopApiTest {

    private static final String TOWN = "370481004";
    private static final String NAMED = ",\"contact\":{\"name\":\"张三\",\"phone\":\"13900000950\"}";

    @Autowired TownRules rules;

    @BeforeEach
    void town() {
        rules.in(TOWN, "matter: { file-directly: [ patrol ] }\n");
        api.in(LoopApi.TENGZHOU, TOWN);
    }

    @Test
    void aFindOnPatrolIsAcceptedAtOnceAndItsHistorySaysSo() {
        var worker = api.staff("grid-worker", TOWN);
        var id = api.found(worker, "patrol", "");
        assertThat(api.state(id)).isEqualTo("ACCEPTED");
        assertThat(api.history(api.desk("a"), id).findValuesAsString("act"))
                .containsExactly("report", "accept");
    }

    @Test
    void whatAResidentSendsOrSomebodyAsksForIsAcceptedAsUsual() {
        var worker = api.staff("grid-worker", TOWN);
        assertThat(api.state(api.found(worker, "snap", ""))).isEqualTo("REPORTED");
        assertThat(api.state(api.found(worker, "patrol", NAMED))).isEqualTo("REPORTED");
        var resident = api.resident("13900000951");
        assertThat(api.state(api.found(resident, "patrol", ""))).isEqualTo("REPORTED");
    }

    @Test
    void elsewhereAFindWaitsForAcceptance() {
        api.in(LoopApi.TENGZHOU, "370481001");
        var id = api.found(api.staff("grid-worker", "370481001"), "patrol", "");
        assertThat(api.state(id)).isEqualTo("REPORTED");
    }
}
