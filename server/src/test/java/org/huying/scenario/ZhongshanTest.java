package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huying.demo.founding.Count.total;

import java.util.List;
import java.util.Optional;
import org.huying.demo.founding.Size;
import org.huying.demo.founding.Size.Chain;
import org.huying.demo.founding.Size.Ground;
import org.huying.org.OrganisationKind;
import org.huying.org.staffing.Quota;
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

    private Size size() {
        return new Size(
                place(),
                new Ground(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(total(542)),
                        Optional.of(total(0)),
                        Optional.empty()),
                List.of(
                        post("grid-worker", "专职网格员", Level.GRID, total(542), "grid-worker"),
                        post("grid-info-officer", "网格信息员", Level.GRID, total(542), "grid-worker"),
                        post("linked-cadre", "下沉干部", Level.COMMUNITY, total(56), "community-desk"),
                        post(
                                "community-worker",
                                "社区工作者",
                                Level.COMMUNITY,
                                total(136),
                                "community-desk")),
                List.of(),
                List.of(
                        new Chain(
                                "grid-branch",
                                "党支部",
                                OrganisationKind.PARTY_ORGANISATION,
                                Level.GRID,
                                total(542),
                                Optional.empty())));
    }

    @Test
    void standsAtItsPublishedSize() {
        found(size());
        var expected = Expected.of("zhongshan");
        assertThat(places(Level.GRID, Kind.GRID, TODAY)).isEqualTo(expected.figure("grid"));
        assertThat(bodies("^grid-branch-\\d+-\\d+$")).isEqualTo(expected.figure("grid-branch"));
        for (var key : List.of("grid-worker", "grid-info-officer")) {
            var held = post(key, new Quota(key, Level.GRID, 1));
            assertThat(held.held()).isEqualTo(expected.figure(key));
            assertThat(held.wanted()).isEqualTo(expected.figure("grid"));
            assertThat(held.vacant()).isZero();
        }
        assertThat(post("linked-cadre").held()).isEqualTo(expected.figure("linked-cadre"));
        assertThat(post("community-worker").held()).isEqualTo(expected.figure("recruits"));
    }
}
