package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huying.access.Caller;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.junit.jupiter.api.Test;

/// Errands for those who cannot go themselves, one grid for every line, and cameras that never sleep.
class YongchunMethodsTest extends MethodsTest {

    private static final List<String> ERRANDS =
            List.of("agency-shopping", "agency-care", "agency-papers");

    YongchunMethodsTest() {
        super("yongchun", "350525", new Ground.Part(4, 7, 1));
    }

    @Test
    void aBuildingChiefAsksForWhoCannotGoAndTheGridManagerRunsTheErrand() {
        var building = town().all(Kind.BUILDING).getFirst();
        for (var errand : ERRANDS) {
            var chief = town().holder("building-chief", building);
            var story = askedFor(chief, "building-chief", errand, building).accepted();
            story.heldBy("grid-worker").acknowledged().handled("代办好了").checked();
            story.rated("satisfied").closed();
        }
    }

    @Test
    void whatAMachineSeesAtNightIsWorkedLikeAnythingElse() {
        var grid = town().at(Level.GRID, 1);
        later(15);
        var machine = town().machine();
        assertThat(machine.kind()).isEqualTo(Caller.Kind.MACHINE);
        var story = reported(machine, "monitoring", "garbage-exposed", grid).accepted();
        story.heldBy("grid-worker").acknowledged().handled("清走了").checked().closed();
    }

    @Test
    void committeeFirmAndOwnersConsultWhatNoneCanDecideAlone() {
        var grid = town().at(Level.GRID, 2);
        var story = reported(town().resident(1), "desk", "parking-short", grid);
        story.accepted().dispatched().acknowledged();
        story.consulted(
                List.of(town().committee(grid), town().unit("owners-committee")), "车位怎么办", "夜间开放");
        story.handled("开放了").checked().rated("satisfied").closed();
    }

    @Test
    void everyOneOfThePublishedCommunitiesHasItsErrandsDone() {
        int communities = expected.figure("community");
        var places = town().all(Level.COMMUNITY).subList(0, communities);
        var stories =
                many(
                        communities * ERRANDS.size(),
                        i -> {
                            var community = places.get(i % communities);
                            var grid =
                                    town().all(Level.GRID).stream()
                                            .filter(it -> it.within(community))
                                            .findFirst()
                                            .orElseThrow();
                            return askedFor(
                                    town().desk(community),
                                    "building-chief",
                                    ERRANDS.get(i / communities),
                                    grid);
                        });
        bulk.each(stories, Story::worked);
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT count(*) FROM (
                                            SELECT left(area, 12) FROM matter.matter
                                             WHERE region = :region AND channel = 'building-chief' AND state = 'CLOSED'
                                             GROUP BY 1 HAVING count(DISTINCT item) = 3) AS served
                                        """)
                                .param("region", region())
                                .query(Integer.class)
                                .single())
                .isEqualTo(communities);
    }
}
