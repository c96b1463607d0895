package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.huying.matter.loop.Command;
import org.huying.territory.Level;
import org.junit.jupiter.api.Test;

/// A telephone for members; towns and villages pass up what they cannot settle.
class LuxiMethodsTest extends MethodsTest {

    LuxiMethodsTest() {
        super("luxi", "433122", new Ground.Part(3, 2, 1));
    }

    @Test
    void aCallToTheMembersTelephoneIsAskedBackRatedAndRevisited() {
        var grid = town().at(Level.GRID, 0);
        var story = askedFor(town().desk(grid.at(Level.COMMUNITY)), "member-phone", "other", grid);
        story.accepted().dispatched().standsWith(town().office(grid), "street");
        story.acknowledged().handled("上门看了").checked();
        assertThat(story.refused(new Command.Close(""), story.desk())).isEqualTo("RATING_MISSING");
        story.rated("solved-dissatisfied").closed().revisited(story.other(), true);
    }

    @Test
    void aTownPassesOnToTheCountyWhatItCannotSettle() {
        var grid = town().at(Level.GRID, 1);
        var story = askedFor(town().desk(grid.at(Level.COMMUNITY)), "member-phone", "other", grid);
        story.accepted().dispatched().standsWith(town().office(grid), "street");
        story.acknowledged().escalated("乡里办不了");
        story.standsWith(town().unit(Settling.CENTRE), "county").acknowledged();
        story.handled("县里协调了").checked().rated("satisfied").closed();
    }

    @Test
    void allCallsAreCountedByTheWayTheyCame() {
        var stories =
                many(
                        60,
                        i -> {
                            var grid = town().at(Level.GRID, i);
                            return askedFor(
                                    town().desk(grid.at(Level.COMMUNITY)),
                                    "member-phone",
                                    i % 2 == 0 ? "other" : "elderly-care",
                                    grid);
                        });
        bulk.each(stories, Story::worked);
        counted();
        assertThat(kind("channel", "member-phone").at("/closed").asInt())
                .isGreaterThanOrEqualTo(60);
        assertThat(kind("item", "elderly-care").at("/closed").asInt()).isEqualTo(30);
    }
}
