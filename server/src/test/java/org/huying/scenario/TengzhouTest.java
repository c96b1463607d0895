package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huying.demo.founding.Count.each;
import static org.huying.demo.founding.Count.total;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.huying.demo.founding.Size;
import org.huying.demo.founding.Size.Chain;
import org.huying.demo.founding.Size.Ground;
import org.huying.demo.founding.Size.Squad;
import org.huying.org.OrganisationKind;
import org.huying.org.staffing.Quota;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.Node;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

/// 92 communities and 7 villages become 48; grids are drawn anew; departments send their officers to the streets.
class TengzhouTest extends PlaceScenario {
    private static final LocalDate BEFORE = LocalDate.of(2020, 12, 31);
    private static final Instant NOW = Instant.parse("2026-01-01T04:00:00Z");

    @Override
    TerritoryCode place() {
        return TerritoryCode.of("370481");
    }

    private Size size() {
        return new Size(
                place(),
                new Ground(
                        Optional.of(48),
                        Optional.of(92 + 7),
                        Optional.of(total(450)),
                        Optional.of(total(0)),
                        Optional.of(each(2))),
                List.of(
                        post("grid-chief", "网格长", Level.GRID, total(450), "grid-chief"),
                        post("grid-worker", "网格员", Level.GRID, total(440), "grid-worker")),
                List.of(
                        new Squad(
                                "enforcement",
                                "综合执法队",
                                Level.STREET,
                                each(1),
                                total(83),
                                List.of("seconded"),
                                11,
                                Optional.empty()),
                        squad("surge-squad", "党员突击队", Level.GRID, total(260), total(1168))),
                List.of(
                        chain("grid-branch", "党支部", 260, Optional.empty()),
                        chain("building-group", "党小组", 1149, Optional.of("grid-branch"))));
    }

    private static Chain chain(String key, String name, int number, Optional<String> under) {
        return new Chain(
                key, name, OrganisationKind.PARTY_ORGANISATION, Level.GRID, total(number), under);
    }

    @Test
    void standsAtItsPublishedSizeAndKeepsWhatItCameFrom() {
        found(size());
        found(size()); // finds everything there
        var expected = Expected.of("tengzhou");
        int before = expected.sum("communities-before");
        int after = expected.figure("community");

        assertThat(
                        places(Level.COMMUNITY, Kind.DIVISION, BEFORE)
                                - places(Level.COMMUNITY, Kind.DIVISION, TODAY))
                .isEqualTo(before - after);
        assertThat(counted(Level.COMMUNITY, Kind.DIVISION, TODAY, it -> it.generated()))
                .isEqualTo(after);
        assertThat(counted(Level.COMMUNITY, Kind.DIVISION, BEFORE, it -> it.generated())).isZero();
        assertThat(places(Level.GRID, Kind.GRID, TODAY)).isEqualTo(expected.figure("grid"));
        assertThat(places(Level.GRID, Kind.GRID, BEFORE)).isZero();

        var merged = mergedCodes();
        assertThat(merged).hasSize(before);
        var heirs = new HashSet<TerritoryCode>();
        for (var old : merged) {
            var found = territory.successors(TerritoryCode.of(old), NOW);
            assertThat(found).singleElement().satisfies(it -> assertThat(it.generated()).isTrue());
            heirs.add(found.getFirst().code());
            assertThat(
                            territory.successors(
                                    TerritoryCode.of(old), Instant.parse("2020-06-01T00:00:00Z")))
                    .extracting(Node::code)
                    .containsExactly(TerritoryCode.of(old));
        }
        assertThat(heirs).hasSize(after);

        assertThat(bodies("^grid-branch-\\d+-\\d+$")).isEqualTo(expected.figure("grid-branch"));
        assertThat(bodies("-building-group-\\d+$")).isEqualTo(expected.figure("building-group"));
        var officers = teams("enforcement");
        assertThat(officers.persons()).isEqualTo(83);
        assertThat(officers.homes()).isEqualTo(11);
        assertThat(teams("surge-squad").teams()).isEqualTo(260);
        assertThat(teams("surge-squad").members()).isEqualTo(1168);
    }

    @Test
    void listsTheGridsWithoutAWorker() {
        found(size());
        var quota = new Quota("grid-worker", Level.GRID, 1);
        var total = post("grid-worker", quota);
        assertThat(total.wanted()).isEqualTo(450);
        assertThat(total.vacant()).isEqualTo(10);
        assertThat(staffing.seats(place(), List.of(quota), clock.instant()))
                .filteredOn(seat -> seat.vacant() > 0)
                .hasSize(10);
    }

    private List<String> mergedCodes() {
        return jdbc.sql(
                        """
                        SELECT DISTINCT n.code FROM territory.lineage l
                          JOIN territory.node n ON n.region = l.region AND n.id = l.from_node
                         WHERE l.region = '370481' AND l.act = 'merge'
                        """)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
