package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huying.territory.Level;
import org.junit.jupiter.api.Test;

/// One platform behind the official account and two apps.
class FengxianMethodsTest extends MethodsTest {

    private static final List<String> APPS =
            List.of("smart-county", "citizen-app", "urban-management");

    FengxianMethodsTest() {
        super("fengxian", "320321", new Ground.Part(3, 2, 1));
    }

    @Test
    void whatComesByAnyOfTheAppsIsWorkedInOneLoopAndCountedApart() {
        var stories =
                many(
                        90,
                        i ->
                                reported(
                                        town().resident(i),
                                        APPS.get(i % APPS.size()),
                                        i % 2 == 0 ? "street-lamp" : "garbage-exposed",
                                        town().at(Level.GRID, i)));
        bulk.each(stories, Story::worked);
        counted();
        for (var app : APPS) {
            assertThat(kind("channel", app).at("/closed").asInt()).isGreaterThanOrEqualTo(30);
        }
    }

    @Test
    void theSameLampByTwoAppsIsWorkedOnce() {
        var grid = town().at(Level.GRID, 0);
        var by = town().desk(grid.at(Level.COMMUNITY));
        var first = reported(town().resident(201), "citizen-app", "street-lamp", grid);
        var second = reported(town().resident(202), "urban-management", "street-lamp", grid);
        first.accepted().dispatched();
        desk.merge(second.matter(), first.matter(), by);
        second.afterwards();
        first.afterwards().acknowledged().handled("修好了").checked().rated("satisfied").closed();
        second.rated("satisfied");
        assertThat(second.state()).isEqualTo("Merged");
    }
}
