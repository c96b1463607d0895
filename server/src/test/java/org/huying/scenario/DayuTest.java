package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.huying.org.store.Rows.Coverage;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

/// An office for all communities stands between county and community; three party levels; 55 partner units.
class DayuTest extends PlaceScenario {

    @Override
    TerritoryCode place() {
        return TerritoryCode.of("360723");
    }

    @Test
    void standsAtItsPublishedSize() {
        found();
        var expected = expected();
        assertThat(bodies("partner-unit")).isEqualTo(expected.figure("partner-units"));
        assertThat(chain("community-party")).isEqualTo(expected.figure("party-levels"));
        assertThat(bodies("community-administration")).isOne();
        assertThat(
                        covered("community-administration", Optional.empty()).stream()
                                .map(Coverage::area)
                                .distinct())
                .hasSize((int) active(Level.COMMUNITY));
        assertThat(chain("community-work-committee"))
                .isEqualTo(expected.figure("party-levels") + 1);
    }
}
