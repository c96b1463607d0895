package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.huying.org.store.Rows.Coverage;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

/// Bodies of areas, groups and lines: each works for several communities, and a community has several.
class JianganTest extends PlaceScenario {

    @Override
    TerritoryCode place() {
        return TerritoryCode.of("511523");
    }

    @Test
    void standsAtItsPublishedSize() {
        found();
        var expected = expected();
        assertThat(covering("area-body", Optional.empty()))
                .isEqualTo(expected.figure("area-bodies"));
        assertThat(covering("group-body", Optional.empty()))
                .isEqualTo(expected.figure("group-bodies"));
        assertThat(covering("line-body", Optional.empty()))
                .isEqualTo(expected.figure("line-bodies"));
        assertThat(covered("area-body", Optional.empty()).stream().map(Coverage::area).distinct())
                .hasSize((int) active(Level.COMMUNITY));
        assertThat(covering("yangchun-general", Optional.empty()))
                .isEqualTo(expected.figure("yangchun-general-branches"));
        assertThat(bodies("yangchun-branch")).isEqualTo(expected.figure("yangchun-branches"));
        assertThat(teamKinds()).hasSize(expected.figure("joint-teams"));
    }

    @Test
    void saysWhichBodiesWorkForACommunity() {
        found();
        var first = TerritoryCode.of("511523115001");
        assertThat(bodiesFor(first)).contains("area-body", "line-body", "yangchun-general");
    }
}
