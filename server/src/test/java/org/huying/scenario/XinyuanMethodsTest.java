package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.huying.territory.Level;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// 网格事务党员管，社区事务大家办: one net of grids and party groups in eight communities.
class XinyuanMethodsTest extends MethodsTest {

    XinyuanMethodsTest() {
        super("xinyuan", "654025", new Ground.Part(2, 4, 2));
    }

    @Test
    void affairsOfTheGridGoToItsChiefAndThoseOfTheCommunityAreConsulted() {
        var grid = town().at(Level.GRID, 0);
        var own = reported(town().resident(1), "snap", "corridor-piled", grid).accepted();
        own.heldBy("grid-chief").acknowledged().handled("党小组清走了").checked();
        own.rated("satisfied").closed();
        var common = reported(town().resident(2), "snap", "parking-short", grid);
        common.accepted().dispatched().standsWith(town().firm(grid), "community").acknowledged();
        common.consulted(
                List.of(town().committee(grid), town().unit("traffic-police")), "大家怎么办", "画线");
        common.handled("画好了").checked().rated("satisfied").closed();
    }

    @Test
    void allEightCommunitiesWorkByTheSameNet() {
        int communities = expected.figure("community");
        var stories =
                many(
                        communities * 8,
                        i ->
                                reported(
                                        town().resident(100 + i),
                                        "snap",
                                        i % 2 == 0 ? "corridor-piled" : "pets",
                                        town().at(Level.GRID, i / 2)));
        bulk.each(stories, Story::worked);
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT count(DISTINCT left(area, 12)) FROM matter.matter
                                         WHERE region = :region AND state = 'CLOSED' AND rung = 'grid'
                                        """)
                                .param("region", region())
                                .query(Integer.class)
                                .single())
                .isEqualTo(communities);
    }

    /// 定人员、定职责、定制度、定标准: on the public board of a grid, for everybody to read.
    @Test
    void theBoardOfAGridShowsTheFourThingsFixedForItsChief() {
        var grid = town().at(Level.GRID, 0);
        var board = get(town().resident(1), "/board/" + grid);
        var posts = new ArrayList<JsonNode>();
        board.get("posts").forEach(posts::add);
        var chief =
                posts.stream()
                        .filter(it -> it.get("area").asString().equals(grid.value()))
                        .filter(it -> !it.get("rules").isEmpty())
                        .findFirst()
                        .orElseThrow();
        var fixed = List.of("holders", "duties", "rules", "standards");
        assertThat(fixed).hasSize(expected.figure("fixed"));
        assertThat(fixed)
                .allSatisfy(it -> assertThat(chief.get(it).toString()).hasSizeGreaterThan(4));
    }
}
