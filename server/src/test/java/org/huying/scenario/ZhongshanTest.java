package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.huying.org.staffing.Quota;
import org.huying.org.store.Rows.Coverage;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

/// Each grid has a full-time worker, an information officer and a party branch.
class ZhongshanTest extends PlaceScenario {

    @Override
    TerritoryCode place() {
        return TerritoryCode.of("210202");
    }

    @Test
    void standsAtItsPublishedSize() {
        found();
        var expected = expected();
        assertThat(places(Level.GRID, Kind.GRID, TODAY)).isEqualTo(expected.figure("grid"));
        assertThat(bodies("grid-branch")).isEqualTo(expected.figure("grid-branch"));
        for (var key : List.of("grid-worker", "grid-info-officer")) {
            var held = post(key, new Quota(key, Level.GRID, 1));
            assertThat(held.held()).isEqualTo(expected.figure(key));
            assertThat(held.wanted()).isEqualTo(expected.figure("grid"));
            assertThat(held.vacant()).isZero();
        }
        assertThat(post("linked-cadre").held()).isEqualTo(expected.figure("linked-cadre"));
        assertThat(post("community-worker").held()).isEqualTo(expected.figure("recruits"));
        assertThat(post("branch-head").held()).isEqualTo(expected.figure("grid-branch"));
        assertThat(mergedLines()).isEqualTo(expected.figure("merged-lines"));

        assertThat(covering("fusion", Optional.empty()))
                .isEqualTo(expected.figure("fusion-bodies"));
        assertThat(covered("fusion", Optional.empty()).stream().map(Coverage::area).distinct())
                .hasSize((int) active(Level.COMMUNITY));
        assertThat(covering("professional", Optional.empty()))
                .isEqualTo(expected.figure("professional-bodies"));
        assertThat(covering("professional", Optional.of("finance"))).isOne();
        assertThat(bodies("fusion-unit")).isEqualTo(expected.figure("fusion-units"));
    }
}
