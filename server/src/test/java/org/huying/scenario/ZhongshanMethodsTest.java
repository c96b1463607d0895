package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.huying.matter.Act;
import org.huying.matter.loop.Command;
import org.huying.territory.Level;
import org.junit.jupiter.api.Test;

/// Property problems are solved together; fusion bodies solve the problems of their members; disputes end in writing.
class ZhongshanMethodsTest extends MethodsTest {

    private static final List<String> TOPICS =
            List.of("gas-access", "parking-short", "property-other");
    private static final List<String> FUSION =
            List.of(
                    "party-work-other",
                    "administration-other",
                    "talent-other",
                    "society-other",
                    "daily-life-other");

    ZhongshanMethodsTest() {
        super("zhongshan", "210202", new Ground.Part(3, 2, 1));
    }

    @Test
    void branchOwnersAndFirmConsultAndHelpTogether() {
        var grid = town().at(Level.GRID, 0);
        var story = reported(town().resident(1), "snap", "parking-short", grid);
        story.accepted().dispatched().acknowledged();
        var estate = List.of(town().unit("estate-branch"), town().unit("owners-committee"));
        story.consulted(estate, "车位怎么办", "腾出东侧空地");
        story.engaged(town().unit("owners-committee"));
        var done =
                new Command.Handle(
                        "画了四十个车位", desk.proof(story.matter(), Act.HANDLE, story.worker()));
        assertThat(story.refused(done, story.worker())).isEqualTo("ASSIST_OPEN");
        story.helped(town().unit("owners-committee")).handled("画了四十个车位").checked();
        story.rated("satisfied").closed();
    }

    @Test
    void aDisputeIsNotHandledWithoutTheWrittenAgreement() {
        var grid = town().at(Level.GRID, 1);
        var story = reported(town().resident(2), "desk", "neighbour-dispute", grid).accepted();
        story.heldBy("grid-worker").acknowledged();
        var calls =
                desk.proof(story.matter(), Act.HANDLE, story.worker()).stream()
                        .filter(it -> it.kind().equals("call-record"))
                        .toList();
        assertThat(story.refused(new Command.Handle("谈和了", calls), story.worker()))
                .isEqualTo("EVIDENCE_MISSING");
        story.handled("签了调解协议").checked().rated("satisfied").closed();
    }

    @Test
    void solvesThePublishedPropertyProblemsByTopicAndThoseOfTheFusionBodiesByClass() {
        int property = expected.figure("property-problems");
        int fusion = expected.figure("problems");
        var stories =
                many(
                        property + fusion,
                        i -> {
                            var grid = town().at(Level.GRID, i);
                            var by = town().desk(grid.at(Level.COMMUNITY));
                            return i < property
                                    ? askedFor(by, "desk", TOPICS.get(i % 3), grid)
                                    : askedFor(by, "fusion-body", FUSION.get(i % 5), grid);
                        });
        bulk.each(
                stories.subList(0, property),
                it ->
                        it.accepted()
                                .dispatched()
                                .acknowledged()
                                .engaged(town().unit("owners-committee"))
                                .helped(town().unit("owners-committee"))
                                .handled("一起解决了")
                                .checked()
                                .rated("satisfied")
                                .closed());
        bulk.each(stories.subList(property, stories.size()), Story::worked);
        counted();
        assertThat(kind("class", "property-problems").at("/closed").asInt())
                .isGreaterThanOrEqualTo(property);
        assertThat(TOPICS).allMatch(it -> kind("item", it).at("/closed").asInt() > 0);
        assertThat(
                        Stream.of("party-work", "administration", "talent", "society", "daily-life")
                                .mapToInt(it -> kind("class", it).at("/closed").asInt())
                                .sum())
                .isEqualTo(fusion);
        assertThat(kind("channel", "fusion-body").at("/closed").asInt()).isEqualTo(fusion);
        assertThat(
                        stored(
                                "item_class = 'property-problems' AND state = 'CLOSED' AND aside::text LIKE '%DONE%'"))
                .as("where others had helped")
                .isGreaterThanOrEqualTo(property);
    }
}
