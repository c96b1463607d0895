package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
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
        chiefs("street-chief", Kind.SEGMENT);
        chiefs("building-chief", Kind.BUILDING);
    }

    /// One chief on each place of the kind, and on no other.
    private void chiefs(String post, Kind kind) {
        var chiefs = post(post, new Quota(post, Level.MICRO_GRID, Optional.of(kind), 1));
        assertThat((long) chiefs.places())
                .isEqualTo(places(Level.MICRO_GRID, kind, TODAY))
                .isPositive();
        assertThat(chiefs.held()).isEqualTo(chiefs.wanted()).isEqualTo(chiefs.places());
        assertThat(chiefs.vacant()).isZero();
    }
}
