package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huying.territory.Level;
import org.junit.jupiter.api.Test;

/// What one town cannot settle alone is settled at the meeting of the area.
class XishuiMethodsTest extends MethodsTest {

    XishuiMethodsTest() {
        super("xishui", "520330", new Ground.Part(3, 2, 1));
    }

    @Test
    void theAreaMeetingSettlesWhatAreaAndUnitsBringToIt() {
        var grid = town().at(Level.GRID, 0);
        var next = town().at(Level.GRID, 2);
        for (var item : List.of("area-land", "area-funds", "area-information")) {
            var story = askedFor(town().desk(grid.at(Level.COMMUNITY)), "area-meeting", item, grid);
            story.accepted().dispatched().standsWith(town().office(grid), "street").acknowledged();
            story.consulted(List.of(town().office(next), town().committee(grid)), "区域调度会", "两地一起办");
            story.handled("按会上定的办了").checked().rated("satisfied").closed();
        }
        assertThat(stored("item_class = 'area-affairs' AND state = 'CLOSED'")).isEqualTo(3);
    }

    @Test
    void theServiceHallsOfAllTownsServeByTheOrdinaryLoop() {
        var streets = town().all(Level.STREET);
        var stories =
                many(
                        60,
                        i -> {
                            var grid = town().at(Level.GRID, i);
                            return askedFor(
                                    town().desk(grid.at(Level.STREET)),
                                    "service-hall",
                                    "certificate",
                                    grid);
                        });
        bulk.each(stories, Story::worked);
        counted();
        assertThat(kind("channel", "service-hall").at("/closed").asInt()).isEqualTo(60);
        assertThat(streets()).hasSize(streets.size());
        assertThat(streets()).allMatch(it -> it.at("/counts/closed").asInt() > 0);
    }
}
