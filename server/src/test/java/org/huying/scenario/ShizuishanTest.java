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

/// A city of three counties: its real urban communities are exactly as many as were published.
class ShizuishanTest extends PlaceScenario {

    @Override
    TerritoryCode place() {
        return TerritoryCode.of("6402");
    }

    private Size size() {
        return new Size(
                place(),
                new Ground(
                        Optional.of(122),
                        Optional.empty(),
                        Optional.of(total(738)),
                        Optional.of(total(122)),
                        Optional.of(total(2316))),
                List.of(
                        post("grid-worker", "网格员", Level.GRID, total(902), "grid-worker"),
                        post(
                                "micro-grid-worker",
                                "微网格员",
                                Level.MICRO_GRID,
                                total(2316),
                                "grid-worker"),
                        new Size.Posting(
                                "party-hub", "党员中心户", Level.GRID, total(1444), Optional.empty())),
                List.of(
                        squad("street-committee", "大工委", Level.STREET, total(16), total(96)),
                        squad(
                                "community-committee",
                                "联合党委",
                                Level.COMMUNITY,
                                total(122),
                                total(402))),
                List.of(
                        new Chain(
                                "grid-branch",
                                "党支部",
                                OrganisationKind.PARTY_ORGANISATION,
                                Level.GRID,
                                total(319),
                                Optional.empty()),
                        new Chain(
                                "building-group",
                                "党小组",
                                OrganisationKind.PARTY_ORGANISATION,
                                Level.GRID,
                                total(366),
                                Optional.of("grid-branch"))));
    }

    @Test
    void standsAtItsPublishedSize() {
        found(size());
        var expected = Expected.of("shizuishan");

        assertThat(places(Level.GRID, Kind.GRID, TODAY)).isEqualTo(expected.figure("grid"));
        assertThat(places(Level.GRID, Kind.EXCLUSIVE_GRID, TODAY))
                .isEqualTo(expected.figure("exclusive"));
        assertThat(places(Level.MICRO_GRID, Kind.MICRO_GRID, TODAY))
                .isEqualTo(expected.figure("micro"));
        assertThat(communitiesWithGrids()).isEqualTo(expected.figure("community"));
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
        assertThat(post("party-hub").held()).isEqualTo(expected.figure("party-hub"));

        assertThat(teams("street-committee").teams())
                .isEqualTo(expected.figure("street-committee"));
        assertThat(teams("community-committee").teams())
                .isEqualTo(expected.figure("community-committee"));
        assertThat(teams("street-committee").members() + teams("community-committee").members())
                .isEqualTo(expected.figure("part-time-member"));
        assertThat(bodies("^grid-branch-\\d+-\\d+$")).isEqualTo(expected.figure("grid-branch"));
        assertThat(bodies("-building-group-\\d+$")).isEqualTo(expected.figure("building-group"));
    }

    private long communitiesWithGrids() {
        return jdbc.sql(
                        """
                        SELECT count(DISTINCT left(code, 12)) FROM territory.node
                         WHERE region LIKE '6402%' AND kind = 'GRID' AND valid_to IS NULL
                        """)
                .query(Long.class)
                .single();
    }
}
