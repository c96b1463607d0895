package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

/// A town with three levels of grids; in each micro-grid three teams, and four roles with its chief.
class ChengqiaoTest extends PlaceScenario {

    @Override
    TerritoryCode place() {
        return TerritoryCode.of("310151101");
    }

    @Test
    void hasThreeLevelsThreeTeamsAndFourRoles() {
        found();
        var expected = expected();
        long villages = places(Level.COMMUNITY, Kind.DIVISION, TODAY);
        long micro = places(Level.MICRO_GRID, Kind.MICRO_GRID, TODAY);
        assertThat(villages).isGreaterThan(40);
        assertThat(places(Level.GRID, Kind.GRID, TODAY)).isEqualTo(villages);
        assertThat(micro).isEqualTo(3 * villages);
        assertThat(post("general-grid-chief").held()).isOne();
        assertThat(post("micro-grid-chief").held()).isEqualTo((int) micro);
        assertThat(post("grid-chief").held()).isEqualTo((int) villages);
        assertThat(levelsWithChiefs()).isEqualTo(expected.figure("grid-levels"));
        assertThat(teamKinds()).hasSize(expected.figure("team"));
        assertThat(teamKinds()).allMatch(kind -> teams(kind).teams() == micro);
        assertThat(chiefsWithRoles(expected.figure("chief-roles"))).isEqualTo(micro);
    }

    /// Micro-grid chiefs who lead the management team of the same micro-grid in so many roles: one person, several posts.
    private long chiefsWithRoles(int roles) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM org.team t
                          JOIN org.team_member m ON m.region = t.region AND m.team = t.id AND m.lead
                          JOIN org.post p ON p.region = t.region AND p.area = t.area AND p.key = 'micro-grid-chief'
                          JOIN org.tenure h ON h.region = p.region AND h.post = p.id AND h.person = m.person
                         WHERE t.region = '310151' AND t.key = 'management' AND cardinality(m.roles) = :roles
                        """)
                .param("roles", roles)
                .query(Long.class)
                .single();
    }

    private long levelsWithChiefs() {
        return jdbc.sql(
                        """
                        SELECT count(DISTINCT length(p.area)) FROM org.post p
                          JOIN org.tenure t ON t.region = p.region AND t.post = p.id
                         WHERE p.region = '310151' AND p.key LIKE '%grid-chief'
                        """)
                .query(Long.class)
                .single();
    }
}
