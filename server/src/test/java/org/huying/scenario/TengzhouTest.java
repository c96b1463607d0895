package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.huying.org.edit.PostEdits;
import org.huying.org.staffing.Quota;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.Node;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// 92 communities and 7 villages become 48; grids are drawn anew; departments send their officers to the streets.
class TengzhouTest extends PlaceScenario {
    private static final LocalDate BEFORE = LocalDate.of(2020, 12, 31);
    private static final Instant NOW = Instant.parse("2026-01-01T04:00:00Z");

    @Autowired PostEdits posts;

    @Override
    TerritoryCode place() {
        return TerritoryCode.of("370481");
    }

    @Test
    void standsAtItsPublishedSizeAndKeepsWhatItCameFrom() {
        found();
        found(); // finds everything there
        var expected = expected();
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
    }

    @Test
    void hasItsChainItsOfficersAndItsTeams() {
        found();
        var expected = expected();
        assertThat(bodies("grid-branch")).isEqualTo(expected.figure("grid-branch"));
        assertThat(bodies("building-group")).isEqualTo(expected.figure("building-group"));
        assertThat(bodies("community-party")).isEqualTo(expected.figure("community"));
        assertThat(chain("community-party")).isEqualTo(expected.figure("party-levels"));
        var officers = teams("enforcement");
        assertThat(officers.persons()).isEqualTo(expected.figure("enforcement-officers"));
        assertThat(officers.homes()).isEqualTo(expected.figure("enforcement-departments"));
        assertThat(teams("surge-squad").teams()).isEqualTo(expected.figure("surge-squad"));
        assertThat(teams("surge-squad").members()).isEqualTo(expected.figure("surge-members"));
        var committees = teams("community-committee");
        assertThat(committees.teams()).isEqualTo(expected.figure("community"));
        assertThat(committees.persons()).isEqualTo(expected.figure("part-time-member"));
        assertThat(teams("volunteers").teams()).isEqualTo(expected.figure("volunteer-team"));
        assertThat(teams("volunteers").persons()).isEqualTo(expected.figure("volunteers"));
    }

    @Test
    void listsTheGridsWithoutAWorker() {
        found();
        var quota = new Quota("grid-worker", Level.GRID, 1);
        var before = post("grid-worker", quota);
        assertThat(before.wanted()).isEqualTo(expected().figure("grid"));
        someOf("grid-worker", 10).forEach(tenure -> posts.leave("370481", tenure, TODAY));
        assertThat(post("grid-worker", quota).vacant()).isEqualTo(before.vacant() + 10);
        assertThat(staffing.seats(place(), List.of(quota), clock.instant()))
                .filteredOn(seat -> seat.vacant() > 0)
                .hasSize(before.vacant() + 10);
    }

    private List<UUID> someOf(String post, int number) {
        return jdbc.sql(
                        """
                        SELECT t.id FROM org.tenure t JOIN org.post p ON p.region = t.region AND p.id = t.post
                         WHERE p.region = '370481' AND p.key = :key AND t.valid_to IS NULL LIMIT :number
                        """)
                .param("key", post)
                .param("number", number)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
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
