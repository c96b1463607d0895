package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

/// Eight communities, a party group on each grid, 37 organs; two lines in one grid.
class XinyuanTest extends PlaceScenario {

    @Override
    TerritoryCode place() {
        return TerritoryCode.of("654025");
    }

    @Test
    void standsAtItsPublishedSize() {
        found();
        var expected = expected();
        assertThat(active(Level.COMMUNITY)).isEqualTo(expected.figure("community"));
        assertThat(bodies("organ")).isEqualTo(expected.figure("paired-organs"));
        assertThat(mergedLines()).isEqualTo(expected.figure("merged-nets"));
        assertThat((long) teams("party-group").teams())
                .isEqualTo(places(Level.GRID, Kind.GRID, TODAY))
                .isPositive();
    }
}
