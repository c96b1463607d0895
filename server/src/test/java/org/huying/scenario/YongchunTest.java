package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

/// 27 communities in four towns with their party committees, general branches and branches; three lines in one grid.
class YongchunTest extends PlaceScenario {

    @Override
    TerritoryCode place() {
        return TerritoryCode.of("350525");
    }

    @Test
    void standsAtItsPublishedSize() {
        found();
        var expected = expected();
        assertThat(active(Level.COMMUNITY)).isEqualTo(expected.figure("community"));
        assertThat(active(Level.STREET)).isEqualTo(expected.figure("towns"));
        assertThat(bodies("party-committee")).isEqualTo(expected.figure("party-committee"));
        assertThat(bodies("party-general")).isEqualTo(expected.figure("general-branch"));
        assertThat(bodies("party-branch")).isEqualTo(expected.figure("branch"));
        assertThat(bodies("taoxi-party-branch")).isEqualTo(expected.figure("taoxi-branches"));
        assertThat(chain("taoxi-party-committee")).isEqualTo(2);
        assertThat(mergedLines()).isEqualTo(expected.figure("merged-lines"));
    }
}
