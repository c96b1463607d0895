package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

/// Area bodies over communities, functional bodies, party workers and volunteers.
class LuxiTest extends PlaceScenario {

    @Override
    TerritoryCode place() {
        return TerritoryCode.of("433122");
    }

    @Test
    void standsAtItsPublishedSize() {
        found();
        var expected = expected();
        assertThat(covering("area-body", Optional.empty()))
                .isEqualTo(expected.figure("area-bodies"));
        assertThat(bodies("functional-body")).isEqualTo(expected.figure("functional-bodies"));
        assertThat(post("party-officer").held()).isEqualTo(expected.figure("party-officers"));
        assertThat(teams("volunteers").teams()).isEqualTo(expected.figure("volunteer-team"));
        assertThat(teams("volunteers").persons()).isEqualTo(expected.figure("volunteers"));
    }
}
