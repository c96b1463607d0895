package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.huying.org.staffing.Quota;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

/// Four party levels from the county to the grid, street chiefs and building chiefs, a party officer in each community.
class XundianTest extends PlaceScenario {

    @Override
    TerritoryCode place() {
        return TerritoryCode.of("530129");
    }

    @Test
    void standsAtItsPublishedSize() {
        found();
        var expected = expected();
        assertThat(chain("county-party")).isEqualTo(expected.figure("party-levels"));
        assertThat(bodies("grid-party")).isEqualTo(places(Level.GRID, Kind.GRID, TODAY));
        assertThat(bodies("alliance")).isEqualTo(expected.figure("alliance-communities"));
        assertThat(bodies("joint-body")).isOne();
        assertThat(teams("volunteers").teams()).isEqualTo(expected.figure("volunteer-team"));

        int quota = expected.figure("party-officer-quota");
        var officers = post("party-officer", new Quota("party-officer", Level.COMMUNITY, quota));
        assertThat(officers.held()).isEqualTo(officers.wanted()).isPositive();
        assertThat((long) post("street-chief").held()).isEqualTo(active(Level.COMMUNITY));
        assertThat((long) post("building-chief").held())
                .isEqualTo(places(Level.MICRO_GRID, Kind.MICRO_GRID, TODAY));
    }
}
