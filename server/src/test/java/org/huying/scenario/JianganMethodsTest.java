package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.huying.territory.Level;
import org.junit.jupiter.api.Test;

/// Four classes of what people ask for, worked by the area, the town and the departments of the county together.
class JianganMethodsTest extends MethodsTest {

    private static final List<String> CLASSES =
            List.of("people-demand", "people-hardship", "people-stability", "people-wellbeing");
    private static final List<String> CHANNELS =
            List.of("teahouse", "courtyard", "chat-group", "web", "mobile", "television");

    JianganMethodsTest() {
        super("jiangan", "511523", new Ground.Part(3, 2, 1));
    }

    @Test
    void theAreaPassesOnToTheTownAndTheTownToTheDepartment() {
        var grid = town().at(Level.GRID, 0);
        var story = reported(town().resident(1), "teahouse", "people-demand-other", grid);
        story.accepted().dispatched().standsWith(town().committee(grid), "community");
        story.acknowledged().escalated("村里办不了").standsWith(town().office(grid), "street");
        story.acknowledged()
                .consulted(
                        List.of(town().committee(grid), town().unit("civil-affairs")),
                        "三级怎么联办",
                        "民政牵头");
        story.engaged(town().unit("civil-affairs")).helped(town().unit("civil-affairs"));
        story.handled("办好了").checked().rated("satisfied").closed();
        assertThat(town().playbook().matter().loop().ladder())
                .hasSize(expected.figure("ladder-levels"));
    }

    @Test
    void solvesThePublishedNumberInFourClassesWhateverWayItCame() {
        int problems = expected.figure("problems");
        var stories =
                many(
                        problems,
                        i -> {
                            var grid = town().at(Level.GRID, i);
                            return askedFor(
                                    town().desk(grid.at(Level.COMMUNITY)),
                                    CHANNELS.get(i % CHANNELS.size()),
                                    CLASSES.get(i / 2 % CLASSES.size()) + "-other",
                                    grid);
                        });
        bulk.each(stories, Story::worked);
        counted();
        var closed =
                CLASSES.stream().mapToInt(it -> kind("class", it).at("/closed").asInt()).toArray();
        assertThat(closed).hasSize(expected.figure("problem-classes")).doesNotContain(0);
        assertThat(Arrays.stream(closed).sum()).isGreaterThanOrEqualTo(problems);
        assertThat(CHANNELS).allMatch(it -> kind("channel", it).at("/closed").asInt() > 0);
    }
}
