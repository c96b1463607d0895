package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.huying.matter.loop.Command;
import org.huying.territory.Level;
import org.junit.jupiter.api.Test;

/// Needs are found and solved in the grid; stations serve at three windows; a street uses its three rights, and is
/// answered.
class XundianMethodsTest extends MethodsTest {

    private static final List<String> RIGHTS =
            List.of("right-to-advise", "right-to-take-part", "right-to-manage");
    private static final List<String> WINDOWS =
            List.of("station-members", "station-civil", "station-security");

    XundianMethodsTest() {
        super("xundian", "530129", new Ground.Part(4, 8, 1));
    }

    @Test
    void whatIsFoundInTheGridIsSolvedByItsChief() {
        var grid = town().at(Level.GRID, 0);
        var story = reported(town().resident(1), "yearly-needs", "corridor-piled", grid);
        story.accepted().heldBy("grid-chief").acknowledged().handled("搬走了").checked();
        story.rated("satisfied").closed();
    }

    @Test
    void aStreetUsesEachOfItsRightsAndTheCountyAnswersOrIsMadeTo() {
        var street = town().at(Level.STREET, 0);
        var office = town().desk(street);
        var community = town().at(Level.COMMUNITY, 0);
        for (var right : RIGHTS) {
            var story = reported(office, "street-right", right, community).accepted().dispatched();
            story.standsWith(town().unit("county-office"), "department");
            story.returned("不归本单位");
            var decided =
                    new Command.Arbitrate(
                            town().unit("housing"),
                            Optional.empty(),
                            Optional.of("department"),
                            "由住建部门答复街道");
            assertThat(story.refused(decided, office))
                    .as("not by the street itself")
                    .isEqualTo("FORBIDDEN");
            story.take(decided, town().desk(town().county())).acknowledged();
            assertThat(story.refused(new Command.Return("还是不归"), story.worker()))
                    .isEqualTo("FIXED");
            story.handled("已采纳，书面答复").checked().closed();
        }
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT count(DISTINCT item) FROM matter.matter
                                         WHERE region = :region AND item_class = 'street-rights' AND state = 'CLOSED'
                                        """)
                                .param("region", region())
                                .query(Integer.class)
                                .single())
                .isEqualTo(expected.figure("street-rights"));
    }

    @Test
    void asManyStationsAsPublishedServeAtEachOfTheirWindows() {
        int stations = expected.figure("service-stations");
        var places = town().all(Level.COMMUNITY).subList(0, stations);
        var stories =
                many(
                        stations * WINDOWS.size(),
                        i -> {
                            var community = places.get(i / WINDOWS.size());
                            return askedFor(
                                    town().desk(community),
                                    "service-station",
                                    WINDOWS.get(i % WINDOWS.size()),
                                    community);
                        });
        bulk.each(stories, Story::worked);
        counted();
        for (var window : WINDOWS) {
            assertThat(kind("item", window).at("/closed").asInt()).isEqualTo(stations);
        }
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT count(DISTINCT left(area, 12)) FROM matter.matter
                                         WHERE region = :region AND channel = 'service-station' AND state = 'CLOSED'
                                        """)
                                .param("region", region())
                                .query(Integer.class)
                                .single())
                .isEqualTo(stations);
    }
}
