package org.huying.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.playbook.compile.CompiledPlaybook;
import org.huying.territory.Kind;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

/// Sizes, posts and bodies of a place, with what the bodies and their member units are charged with.
class FoundingSectionsTest {

    private static final CompiledPlaybook SAMPLE = LoopSectionsTest.SAMPLE;

    @Test
    void readsHowLargeThePlaceIs() {
        assertThat(SAMPLE.sizes())
                .isEqualTo(
                        new Sizes(
                                Optional.of(9),
                                15,
                                Optional.of(new Amount(40, false)),
                                Optional.empty(),
                                Optional.of(new Amount(3, true)),
                                new Sizes.Grounds(
                                        Optional.of(new Amount(2, true)), Optional.empty()),
                                Map.of("party", new Text("党建", "党建"))));
    }

    @Test
    void readsPostsThatStandOnBuildings() {
        assertThat(SAMPLE.posts())
                .contains(
                        new PostKind(
                                "warden",
                                new Text("楼长", "Warden"),
                                "micro",
                                Optional.empty(),
                                Map.of("speaker", new Text("宣传员", "宣传员")),
                                Optional.of(
                                        new PostKind.Founding(
                                                new Amount(7, false), Optional.of("grid-worker"))),
                                Mandate.FREE,
                                Optional.of(Kind.BUILDING),
                                new Charge(
                                        List.of(new Text("巡楼", "Rounds")),
                                        List.of(new Text("每日一巡", "每日一巡")),
                                        List.of())));
    }

    @Test
    void readsBodiesAndWhatTheirMembersAreChargedWith() {
        assertThat(SAMPLE.bodies())
                .containsExactly(
                        new BodyKind(
                                "area",
                                new Text("片区党委", "Area"),
                                "party-organisation",
                                "county",
                                new Amount(2, false),
                                List.of(new Text("河东", "河东"), new Text("河西", "河西")),
                                new BodyKind.Ties(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("street"),
                                        Map.of()),
                                new BodyKind.Work(
                                        List.of(new Text("统筹", "统筹")),
                                        Map.of(
                                                "police",
                                                new BodyKind.Member(
                                                        List.of(new Text("治安", "治安")), true)))),
                        new BodyKind(
                                "trade",
                                new Text("行业党委", "Trade"),
                                "other",
                                "county",
                                new Amount(1, false),
                                List.of(),
                                new BodyKind.Ties(
                                        Optional.of("area"),
                                        Optional.of(TerritoryCode.of("370999")),
                                        Optional.empty(),
                                        Map.of("fishing", new Text("渔业", "渔业"))),
                                new BodyKind.Work(List.of(), Map.of())));
    }

    @Test
    void readsTasksOfAllMembersOfABody() {
        assertThat(SAMPLE.tasks().get("quarterly"))
                .extracting(TaskKind::to)
                .isEqualTo(new TaskKind.To(TaskKind.Whom.MEMBERS, "area"));
    }
}
