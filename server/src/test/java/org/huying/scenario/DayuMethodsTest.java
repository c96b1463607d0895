package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.huying.matter.loop.Command;
import org.huying.territory.Level;
import org.junit.jupiter.api.Test;

/// Estates settle their own affairs; the administration of the communities has the last word on whose a matter is.
class DayuMethodsTest extends MethodsTest {

    DayuMethodsTest() {
        super("dayu", "360723", new Ground.Part(2, 3, 2));
    }

    @Test
    void anEstateHandlesWhatItCan() {
        var grid = town().at(Level.GRID, 0);
        var story = reported(town().resident(1), "snap", "corridor-piled", grid).accepted();
        story.heldBy("grid-chief").acknowledged();
        story.consulted(List.of(town().committee(grid), town().firm(grid)), "商家和住户怎么分", "错时装卸");
        story.handled("约好了时段").checked().rated("satisfied").closed();
    }

    @Test
    void theAdministrationOfTheCommunitiesDecidesWhoMustDoIt() {
        var grid = town().at(Level.GRID, 1);
        var story = reported(town().resident(2), "snap", "street-lamp", grid);
        story.accepted().dispatched().returned("不归我们");
        story.dispatched();
        var decided =
                new Command.Arbitrate(
                        town().unit("municipal-works"),
                        Optional.empty(),
                        Optional.of("department"),
                        "归市政");
        assertThat(story.refused(decided, story.desk())).isEqualTo("FORBIDDEN");
        story.take(decided, town().holder("administration-desk", town().county()));
        story.acknowledged().handled("修好了").checked().rated("satisfied").closed();
    }

    @Test
    void everyEstateHasItsMattersClosedAndCountedByStreet() {
        var stories =
                many(
                        120,
                        i ->
                                reported(
                                        town().resident(100 + i),
                                        "snap",
                                        "corridor-piled",
                                        town().at(Level.GRID, i)));
        bulk.each(stories, Story::worked);
        counted();
        assertThat(kind("item", "corridor-piled").at("/closed").asInt())
                .isGreaterThanOrEqualTo(120);
        assertThat(streets()).hasSize(town().all(Level.STREET).size());
    }
}
