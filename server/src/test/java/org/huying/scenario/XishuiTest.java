package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.huying.org.store.Rows.Coverage;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

/// Four areas along rivers share out the towns; 39 bodies work for one chain of industry.
class XishuiTest extends PlaceScenario {

    @Override
    TerritoryCode place() {
        return TerritoryCode.of("520330");
    }

    @Test
    void standsAtItsPublishedSize() {
        found();
        var expected = expected();
        assertThat(covering("area-body", Optional.empty()))
                .isEqualTo(expected.figure("area-topics"));
        assertThat(covered("area-body", Optional.empty()).stream().map(Coverage::area).distinct())
                .hasSize((int) active(Level.STREET));
        assertThat(covering("chain-body", Optional.of("tourism")))
                .isEqualTo(expected.figure("chain-organisations"));
    }
}
