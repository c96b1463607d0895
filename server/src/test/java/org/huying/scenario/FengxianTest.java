package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

/// A joint committee in each street and in each community below it; the source publishes no number of them.
class FengxianTest extends PlaceScenario {

    @Override
    TerritoryCode place() {
        return TerritoryCode.of("320321");
    }

    @Test
    void hasItsCommitteesOnBothLevels() {
        found();
        assertThat(bodies("street-committee")).isEqualTo(active(Level.STREET)).isPositive();
        assertThat(bodies("community-committee")).isEqualTo(active(Level.COMMUNITY));
        assertThat(chain("street-committee")).isEqualTo(2);
    }
}
