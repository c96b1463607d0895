package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huying.matter.loop.Command;
import org.huying.territory.Level;
import org.junit.jupiter.api.Test;

/// 发现—会商—处置—反馈—评价: worked in the micro-grid, settled there by three teams together, or by the departments; never
/// closed without a resident who was invited to score it.
class ChengqiaoMethodsTest extends MethodsTest {

    ChengqiaoMethodsTest() {
        super("chengqiao", "310151101", new Ground.Part(1, 3, 1));
    }

    @Test
    void aMicroGridWorkerHandlesTheChiefChecksAndNothingClosesWithoutAnInvitedScore() {
        var micro = town().at(Level.MICRO_GRID, 0);
        var chief = town().holder("micro-grid-chief", micro);
        var story = reported(town().resident(1), "snap", "corridor-piled", micro).accepted();
        story.heldBy("micro-grid-worker").acknowledged().handled("搬走了");
        var passed = new Command.Verify(true, false, "", List.of());
        assertThat(story.refused(passed, story.worker())).isEqualTo("FORBIDDEN");
        assertThat(story.refused(passed, story.desk()))
                .as("the chief checks")
                .isEqualTo("FORBIDDEN");
        assertThat(story.checker()).isEqualTo(chief);
        story.checked(true, false, "看过了");
        assertThat(story.refused(new Command.Close(""), story.desk())).isEqualTo("NOT_INVITED");
        story.invited("visit");
        assertThat(story.refused(new Command.Close(""), story.desk())).isEqualTo("RATING_MISSING");
        story.rated("satisfied").closed();
    }

    @Test
    void theChiefBringsTheThreeTeamsTogetherBeforeItIsHandled() {
        var micro = town().at(Level.MICRO_GRID, 1);
        var story = reported(town().resident(2), "snap", "parking-short", micro).accepted();
        story.heldBy("micro-grid-chief").acknowledged();
        story.consulted(List.of(town().committee(micro), town().firm(micro)), "车位怎么排", "先到先停，周末轮换");
        assertThat(story.matter().aside().consults().getFirst().decision()).contains("先到先停，周末轮换");
        story.handled("画了线");
        assertThat(story.refused(new Command.Verify(true, true, "", List.of()), story.worker()))
                .as("who did it does not check it, chief or not")
                .isEqualTo("SAME_PERSON");
        story.checked().rated("satisfied").closed();
        assertThat(story.acts())
                .containsSubsequence(
                        "report",
                        "consult",
                        "opine",
                        "conclude",
                        "handle",
                        "verify",
                        "rate",
                        "close");
        assertThat(town().playbook().matter().loop().phases())
                .hasSize(expected.figure("loop-phases"));
    }

    @Test
    void whatTheMicroGridCannotSolveGoesUpToTheDepartments() {
        var micro = town().at(Level.MICRO_GRID, 2);
        var story = reported(town().resident(3), "urban-management", "corridor-piled", micro);
        story.accepted().acknowledged().escalated("解决不了");
        story.standsWith(town().committee(micro), "community").acknowledged().escalated("村里解决不了");
        story.standsWith(town().office(micro), "street").acknowledged().escalated("镇里解决不了");
        assertThat(story.matter().aside().trail().rung()).contains("department");
        story.acknowledged().handled("清走了").checked().rated("basically-satisfied").closed();
    }

    @Test
    void whatNobodyTakesGoesUpByTheClock() {
        var micro = town().at(Level.MICRO_GRID, 3);
        var story = reported(town().resident(4), "snap", "corridor-piled", micro).accepted();
        ring(story, 24 * 7);
        story.standsWith(town().committee(micro), "community");
        assertThat(story.acts()).containsSubsequence("dispatch", "remind", "escalate");
    }

    @Test
    void noStoredMatterOfTheTownHasEverClosedWithoutAScore() {
        var stories =
                many(
                        60,
                        i ->
                                reported(
                                        town().resident(100 + i),
                                        i % 2 == 0 ? "snap" : "urban-management",
                                        "corridor-piled",
                                        town().at(Level.MICRO_GRID, i)));
        bulk.each(stories, Story::worked);
        assertThat(stored("state = 'CLOSED'")).isGreaterThanOrEqualTo(60);
        assertThat(stored("state = 'CLOSED' AND answer IS NULL")).isZero();
        counted();
        assertThat(kind("channel", "urban-management").at("/closed").asInt())
                .isGreaterThanOrEqualTo(30);
    }
}
