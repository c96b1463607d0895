package org.huying.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.huying.calendar.TimeLimit;
import org.huying.playbook.LoopRules.AskRules;
import org.huying.playbook.LoopRules.ClockRules;
import org.huying.playbook.LoopRules.PleaStage;
import org.huying.playbook.LoopRules.ReturnRules;
import org.huying.playbook.LoopRules.RevisitQuestion;
import org.huying.playbook.LoopRules.RevisitRules;
import org.huying.playbook.LoopRules.SpotRules;
import org.huying.playbook.LoopRules.Verdict;
import org.huying.playbook.MatterRules.Then;
import org.huying.playbook.compile.CompiledPlaybook;
import org.huying.playbook.source.Loading;
import org.huying.playbook.source.ShippedFiles;
import org.huying.playbook.source.SourceFile;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

/// What an author writes of the loop is what the rules say.
class LoopSectionsTest {

    private static final Loading LOADING =
            new Loading(new ShippedFiles(), (_, _) -> Optional.empty());
    static final CompiledPlaybook SAMPLE =
            load(
                    """
                    playbook: sample
                    extends: base
                    place: { code: "370999", name: 样本县 }
                    matter:
                      ladder: [ micro, community, department ]
                      phases: { discover: { name: 发现, en: Discover }, handle: 处置 }
                      on-the-spot: { allowed: false, closes: false }
                      return: { within: 2 hours, most: 3, arbiter: community }
                      clocks: { amber: 0.5, remind-after: 2 work-hours, reminders: 2, supervise: false }
                      escalate:
                        - { name: 升级, when: 'clock.handle == "red" && matter.urgent', to: department }
                        - { when: 'clock.acknowledge == "red"', to: up }
                      pleas:
                        extension: { most: 2, longest: 3 work-days, decider: community, reasons: ~, evidence: [ photo-site ] }
                        suspension: ~
                        exclusion:
                          decider: community
                          stages:
                            - { name: 预审, en: Pre-check, post: street-desk, limit: 4 work-hours }
                            - { name: 部门复核, en: Department, limit: 1 work-day, may: [ forward, grant, deny ] }
                            - { name: 领导审定, en: Leader, decider: department }
                        voiding: ~
                        forced-closure: ~
                        rating-appeal: ~
                        rejection-appeal: ~
                      verify: { by: grid-chief, other-than-handler: true, invites-rating: true, required-to-close: true }
                      rating: { ask: [ visit, code ], spacing: 1 day, reopen-within: 30 days }
                      revisit: { sample: 0.25, by: street-desk, anonymous: false, ask: [ satisfied, contacted ] }
                      bursts: { count: 3, within: community, during: 12 h }
                      ask: { longest: 2 days, most: 1 }
                      modes:
                        surge: ~
                        drill: { name: 演练, en: Drill, limits: { handle: 1 hour }, items: [ other ], fields: [ households ], tasks: { gather: { name: 集合, en: Gather, post: grid-worker, within: 2 hours, evidence: [ photo-site ], figure: 人数, points: 3, late-points: 1 } } }
                    rating-scales: { three-questions: { satisfied: { then: [ supervise, revisit ] } } }
                    whistle:
                      causes: { weather: 天气 }
                      overuse: { count: 9, during: 2 days }
                      list: { items: { gas-leak: ~ , siren: { name: 警报, en: Siren, class: safety, lead: police, assist: [ property ], cause: weather } } }
                    territory: { sizes: { communities: 9, merged-from: [ 12, 3 ], grids: 40, micro-grids: { each: 3 }, buildings: { each: 2 }, lines: { party: 党建 } } }
                    posts:
                      warden: { name: 楼长, en: Warden, on: building, roles: { speaker: 宣传员 }, duties: [ { name: 巡楼, en: Rounds } ], rules: [ 每日一巡 ], number: 7, role: grid-worker }
                    bodies:
                      area:  { name: 片区党委, en: Area, on: county, covers: street, names: [ 河东, 河西 ], duties: [ 统筹 ], members: { police: { duties: [ 治安 ], template: true } } }
                      trade: { name: 行业党委, en: Trade, kind: other, on: county, under: area, within: "370999", industries: { fishing: 渔业 } }
                    teams:
                      watch: { name: 守望队, en: Watch, on: micro, quota: 3, roster: true, roles: { lead: 队长 }, duties: [ 守望 ], template: true, number: { each: 1 }, members: 12, homes: 2, lead: warden, term-years: 5, not-with: [ warden ] }
                    tasks: { quarterly: { name: 季报, members: area, every: quarter } }
                    expect: { grids: 12, rate: 0.99, source: "001", list: [ a ], deep: { b: true } }
                    """);
    private static final LoopRules LOOP = SAMPLE.matter().loop();

    @Test
    void readsLadderPhasesReturnsAndClocks() {
        assertThat(LOOP.ladder()).containsExactly("micro", "community", "department");
        assertThat(LOOP.phases())
                .containsExactly(
                        Map.entry("discover", new Text("发现", "Discover")),
                        Map.entry("handle", new Text("处置", "处置")));
        assertThat(LOOP.spot()).isEqualTo(new SpotRules(false, false));
        assertThat(LOOP.returns()).isEqualTo(new ReturnRules(limit("2 hours"), 3, "community"));
        assertThat(LOOP.ask()).isEqualTo(new AskRules(TimeLimit.parse("2 days"), 1));
        assertThat(LOOP.clocks()).isEqualTo(new ClockRules(0.5, limit("2 work-hours"), 2, false));
    }

    @Test
    void escalatesByTheLightsOfTheClocks() {
        assertThat(LOOP.escalations())
                .extracting(LoopRules.EscalationRule::to)
                .containsExactly("department", "up");
        assertThat(LOOP.escalations().getFirst().source()).isEqualTo("sample.yaml:11");
        assertThat(escalates(Map.of("urgent", true), Map.of("handle", "red"))).contains("升级");
        assertThat(escalates(Map.of("urgent", true), Map.of("handle", "amber"))).isEmpty();
        assertThat(escalates(Map.of(), Map.of("handle", "red", "acknowledge", "red")))
                .contains("clock.acknowledge == \"red\"");
        assertThat(escalates(Map.of(), Map.of())).isEmpty();
    }

    @Test
    void knowsWhatMayBeAppliedFor() {
        assertThat(LOOP.pleas()).containsOnlyKeys(PleaKind.EXTENSION, PleaKind.EXCLUSION);
        assertThat(LOOP.pleas().get(PleaKind.EXTENSION))
                .isEqualTo(
                        new LoopRules.PleaRule(
                                2,
                                limit("3 work-days"),
                                Map.of(),
                                List.of("photo-site"),
                                List.of(LoopRules.PleaStage.only("community")),
                                Optional.empty()));
        assertThat(LOOP.pleas())
                .hasEntrySatisfying(
                        PleaKind.EXCLUSION, rule -> assertThat(rule.reasons()).hasSize(7));
        assertThat(Objects.requireNonNull(LOOP.pleas().get(PleaKind.EXCLUSION)).stages())
                .containsExactly(
                        new PleaStage(
                                new Text("预审", "Pre-check"),
                                "community",
                                Optional.of("street-desk"),
                                limit("4 work-hours"),
                                Set.of(Verdict.FORWARD, Verdict.DENY)),
                        new PleaStage(
                                new Text("部门复核", "Department"),
                                "community",
                                Optional.empty(),
                                limit("1 work-day"),
                                Set.of(Verdict.values())),
                        new PleaStage(
                                new Text("领导审定", "Leader"),
                                "department",
                                Optional.empty(),
                                Optional.empty(),
                                Set.of(Verdict.GRANT, Verdict.DENY)));
    }

    @Test
    void saysWhatFollowsHandling() {
        var after = LOOP.after();
        assertThat(after.verifier()).contains("grid-chief");
        assertThat(after.invitesRating()).isTrue();
        assertThat(after.ask()).containsExactlyInAnyOrder("visit", "code");
        assertThat(after.spacing()).isEqualTo(limit("1 day"));
        assertThat(after.reopenWithin()).isEqualTo(limit("30 days"));
        assertThat(after.revisit())
                .isEqualTo(
                        new RevisitRules(
                                0.25,
                                Optional.of("street-desk"),
                                false,
                                Set.of(RevisitQuestion.CONTACTED, RevisitQuestion.SATISFIED)));
        assertThat(SAMPLE.matter().ratingAnswers())
                .hasEntrySatisfying(
                        "satisfied",
                        answer ->
                                assertThat(answer.then())
                                        .containsExactlyInAnyOrder(Then.SUPERVISE, Then.REVISIT));
        assertThat(SAMPLE.matter().bursts())
                .contains(new BurstRules(3, "community", Duration.ofHours(12)));
    }

    private static final TaskKind GATHER =
            new TaskKind(
                    "gather",
                    new Text("集合", "Gather"),
                    new TaskKind.To(TaskKind.Whom.POST, "grid-worker"),
                    Optional.empty(),
                    Optional.of(TimeLimit.parse("2 hours")),
                    new TaskKind.Proof(
                            List.of("photo-site"),
                            false,
                            Optional.of(new Text("人数", "人数")),
                            List.of()),
                    new TaskKind.Score(3, 1),
                    Optional.empty(),
                    new TaskKind.Force(Optional.empty(), Optional.empty()),
                    false);

    @Test
    void knowsTheModesOfAnArea() {
        assertThat(LOOP.modes()).containsOnlyKeys("drill");
        assertThat(LOOP.modes().get("drill"))
                .isEqualTo(
                        new LoopRules.ModeRules(
                                new Text("演练", "Drill"),
                                Map.of(Stage.HANDLE, TimeLimit.parse("1 hour")),
                                List.of("other"),
                                Map.of("gather", GATHER),
                                List.of("households")));
    }

    @Test
    void readsWhistlesAndTeams() {
        var whistle = SAMPLE.whistle();
        assertThat(whistle.levels())
                .containsOnlyKeys(
                        "grid-to-community", "community-to-street", "street-to-department");
        assertThat(whistle.causes()).containsKeys("emergency", "weather");
        assertThat(whistle.items()).hasSize(24).doesNotContainKey("gas-leak");
        assertThat(whistle.items().get("siren"))
                .isEqualTo(
                        new WhistleRules.Entry(
                                "siren",
                                new Text("警报", "Siren"),
                                "safety",
                                Optional.of("police"),
                                List.of("property"),
                                Optional.of("weather"),
                                false));
        assertThat(whistle.overuse()).contains(new WhistleRules.Overuse(9, Duration.ofDays(2)));
        assertThat(SAMPLE.teams())
                .containsExactly(
                        new TeamKind(
                                "watch",
                                new Text("守望队", "Watch"),
                                "micro",
                                Map.of("lead", new Text("队长", "队长")),
                                List.of(new Text("守望", "守望")),
                                Optional.of(3),
                                true,
                                true,
                                Optional.of(
                                        new TeamKind.Founding(
                                                new Amount(1, true),
                                                new Amount(12, false),
                                                2,
                                                Optional.of("warden"))),
                                new Mandate(Optional.of(5), List.of("warden"))));
    }

    @Test
    void keepsThePublishedFiguresForTests() {
        assertThat(SAMPLE.expect())
                .containsEntry("grids", 12L)
                .containsEntry("rate", 0.99)
                .containsEntry("list", List.of("a"))
                .containsEntry("deep", Map.of("b", true));
    }

    private static Optional<String> escalates(
            Map<String, Object> matter, Map<String, String> clock) {
        var item = SAMPLE.item("other").orElseThrow();
        var facts =
                new Facts(
                        matter,
                        item,
                        TerritoryCode.of("370999001"),
                        Instant.parse("2026-11-20T04:00:00Z"),
                        clock);
        return LOOP.escalations().stream()
                .filter(rule -> rule.when().holds(facts))
                .findFirst()
                .map(LoopRules.EscalationRule::name);
    }

    private static Optional<TimeLimit> limit(String words) {
        return Optional.of(TimeLimit.parse(words));
    }

    private static CompiledPlaybook load(String yaml) {
        var loaded = LOADING.load(new SourceFile("sample.yaml", yaml));
        assertThat(loaded.findings().all()).isEmpty();
        return loaded.playbook().orElseThrow();
    }
}
