package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huying.demo.founding.Count.each;
import static org.huying.demo.founding.Count.total;

import java.util.List;
import java.util.Optional;
import org.huying.demo.founding.Size;
import org.huying.demo.founding.Size.Ground;
import org.huying.demo.founding.Size.Squad;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

/// A town with three levels of grids; in each micro-grid three teams, and four roles with its chief.
class ChengqiaoTest extends PlaceScenario {
    private static final List<String> ROLES =
            List.of("information", "publicity", "coordination", "supervision");

    @Override
    TerritoryCode place() {
        return TerritoryCode.of("310151101");
    }

    private Size size() {
        var chief = Optional.of("micro-grid-chief");
        return new Size(
                place(),
                new Ground(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(each(1)),
                        Optional.of(total(0)),
                        Optional.of(each(3))),
                List.of(
                        post("general-grid-chief", "总网格长", Level.STREET, each(1), "street-desk"),
                        post("grid-chief", "网格长", Level.COMMUNITY, each(1), "grid-chief"),
                        post("micro-grid-chief", "微网格长", Level.MICRO_GRID, each(1), "grid-worker")),
                List.of(
                        team("management", "管理团队", ROLES, chief),
                        team("work", "工作团队", List.of(), Optional.empty()),
                        team("volunteer", "志愿团队", List.of(), Optional.empty())),
                List.of());
    }

    private static Squad team(String key, String name, List<String> roles, Optional<String> lead) {
        return new Squad(key, name, Level.MICRO_GRID, each(1), each(4), roles, 0, lead);
    }

    @Test
    void hasThreeLevelsThreeTeamsAndFourRoles() {
        found(size());
        var expected = Expected.of("chengqiao");
        long villages = places(Level.COMMUNITY, Kind.DIVISION, TODAY);
        long micro = places(Level.MICRO_GRID, Kind.MICRO_GRID, TODAY);
        assertThat(villages).isGreaterThan(40);
        assertThat(places(Level.GRID, Kind.GRID, TODAY)).isEqualTo(villages);
        assertThat(micro).isEqualTo(3 * villages);
        assertThat(post("general-grid-chief").held()).isOne();
        assertThat(post("micro-grid-chief").held()).isEqualTo((int) micro);
        assertThat(post("grid-chief").held()).isEqualTo((int) villages);
        assertThat(levelsWithChiefs()).isEqualTo(expected.figure("grid-levels"));
        var kinds = List.of("management", "work", "volunteer");
        assertThat(kinds).hasSize(expected.figure("team"));
        for (var key : kinds) {
            assertThat(teams(key).teams()).isEqualTo((int) micro);
        }
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
