package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.huying.org.staffing.Quota;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

/// A city of three counties: its real urban communities are exactly as many as were published.
class ShizuishanTest extends PlaceScenario {

    @Override
    TerritoryCode place() {
        return TerritoryCode.of("6402");
    }

    @Test
    void standsAtItsPublishedSize() {
        found();
        var expected = expected();

        assertThat(places(Level.GRID, Kind.GRID, TODAY)).isEqualTo(expected.figure("grid"));
        assertThat(places(Level.GRID, Kind.EXCLUSIVE_GRID, TODAY))
                .isEqualTo(expected.figure("exclusive"));
        assertThat(places(Level.MICRO_GRID, Kind.MICRO_GRID, TODAY))
                .isEqualTo(expected.figure("micro"));
        assertThat(active(Level.COMMUNITY)).isEqualTo(expected.figure("community"));
        assertThat(counted(Level.COMMUNITY, Kind.DIVISION, TODAY, count -> count.generated()))
                .as("made-up communities")
                .isZero();

        var workers = post("grid-worker", new Quota("grid-worker", Level.GRID, 1));
        assertThat(workers.held()).isEqualTo(expected.figure("grid-worker"));
        assertThat(workers.places())
                .isEqualTo(expected.figure("grid") + expected.figure("exclusive"));
        assertThat(workers.vacant()).isZero();
        assertThat(post("micro-grid-worker").held())
                .isEqualTo(expected.figure("micro-grid-worker"));
        assertThat(teams("street-committee").teams())
                .isEqualTo(expected.figure("street-committee"));
        assertThat(teams("community-committee").teams())
                .isEqualTo(expected.figure("community-committee"));
        assertThat(teams("street-committee").members() + teams("community-committee").members())
                .isEqualTo(expected.figure("part-time-member"));
        assertThat(teams("volunteers").teams()).isEqualTo(expected.figure("volunteer-team"));
        assertThat(teams("volunteers").persons()).isEqualTo(expected.figure("volunteers"));

        assertThat(bodies("grid-branch")).isEqualTo(expected.figure("grid-branch"));
        assertThat(bodies("building-group")).isEqualTo(expected.figure("building-group"));
        assertThat(bodies("party-hub")).isEqualTo(expected.figure("party-hub"));
        assertThat(chain("street-party")).isEqualTo(expected.figure("party-levels"));
        assertThat(bodies("special-group")).isEqualTo(expected.figure("special-groups"));
        assertThat(bodies("coordination")).isEqualTo(counties().size());
        assertThat(mergedLines()).isEqualTo(expected.figure("merged-lines"));
    }
}
