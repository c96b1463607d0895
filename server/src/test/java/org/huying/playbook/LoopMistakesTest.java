package org.huying.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import org.huying.playbook.source.Loading;
import org.huying.playbook.source.ShippedFiles;
import org.huying.playbook.source.SourceFile;
import org.junit.jupiter.api.Test;

/// Mistakes in what a playbook says of the loop, of whistles and of teams.
class LoopMistakesTest {

    private static final Loading LOADING =
            new Loading(new ShippedFiles(), (_, _) -> Optional.empty());

    private static final String LOOP =
            """
            playbook: sample
            extends: base
            place: { code: "370999", name: 样本县 }
            matter:
              ladder: [ grid, community, micro, departmnt ]
              phases: { discover: 发现, Consult: 会商, x: { en: X } }
              on-the-spot: { alowed: true }
              return: { within: soon, most: -1, arbiter: street }
              clocks: { amber: 1.5, remind-after: 1 dy, reminders: 11 }
              escalate:
                - { when: 'clock.acknowlege == "red"', to: up }
                - { when: 'clock.handle == "red"', to: county }
                - { to: up }
              pleas:
                extention: { decider: community }
                voiding: { decider: community, longest: 5 days, evidence: [ papr ] }
                exclusion: ~
                forced-closure: ~
                suspension: { decider: provnce, stages: [ { name: 审, may: [ deny ] } ] }
                rating-appeal: ~
                extension: ~
                rejection-appeal: ~
              verify: { by: grid-chef, required-to-close: true }
              rating: { ask: [ visit, fax ], spacing: 4 hrs, reopen-within: 15 }
              revisit: { sample: 10, by: comunity-desk }
              bursts: { count: 1, within: comunity, during: 1 week }
              modes: { surge: { items: [ elderly-car ], limits: { acknowlege: 30 min } } }
              fields: { smell: { name: 气味, type: choice }, since: { name: 几时, type: time, choices: { x: 甲 } } }
            rating-scales: { three-questions: { satisfied: { then: [ superwise ] } } }
            """;

    private static final String LOOP_FOUND =
            """
            5:30 bad-ladder matter.ladder[2]
            5:37 unknown-level matter.ladder[3] ?department
            6:27 bad-key matter.phases.Consult
            6:40 missing matter.phases.x
            7:18 unknown-key matter.on-the-spot.alowed ?allowed
            8:21 bad-time matter.return.within
            8:27 bad-value matter.return.most
            8:46 unknown-rung matter.return.arbiter
            9:13 bad-value matter.clocks.amber
            9:39 bad-time matter.clocks.remind-after
            9:45 bad-value matter.clocks.reminders
            11:16 unknown-fact matter.escalate[0].when ?clock.acknowledge
            12:44 unknown-rung matter.escalate[1].to
            13:7 missing matter.escalate[2]
            15:5 unknown-key matter.pleas.extention ?extension
            16:45 grants-no-time matter.pleas.voiding.longest
            16:65 unknown-evidence matter.pleas.voiding.evidence[0] ?paper
            19:28 unknown-rung matter.pleas.suspension.decider
            19:63 bad-stage matter.pleas.suspension.stages[0].may
            23:17 unknown-post matter.verify.by ?grid-chief
            23:47 needs-invitation matter.verify.required-to-close
            24:27 bad-choice matter.rating.ask[1]
            24:43 bad-time matter.rating.spacing
            24:50 bad-type matter.rating.reopen-within
            24:65 bad-time matter.rating.reopen-within
            25:14 bad-value matter.revisit.sample
            25:30 unknown-post matter.revisit.by ?community-desk
            26:13 bad-value matter.bursts.count
            26:31 unknown-level matter.bursts.within ?community
            26:49 bad-time matter.bursts.during
            27:30 unknown-item matter.modes.surge.items[0] ?elderly-care
            27:55 unknown-key matter.modes.surge.limits.acknowlege ?acknowledge
            27:55 unknown-stage matter.modes.surge.limits.acknowlege ?acknowledge
            28:20 bad-choices matter.fields.smell
            28:55 bad-choices matter.fields.since
            29:58 bad-choice rating-scales.three-questions.satisfied.then[0] ?supervise
            """;

    private static final String WHISTLE =
            """
            playbook: sample
            extends: base
            whistle:
              causs: {}
              overuse: { count: 0, during: a while }
              rungs:
                a: { name: 甲, by: street, answers: grid, report-in: 30 min }
                b: { name: 乙, by: gird, answers: departmnt, report-in: fast, emergency: faster }
                c: { by: grid }
              list:
                import: nothing
                items:
                  x: { name: 某事, class: safty, lead: polce, assist: [ polise ], cause: emergncy }
            teams:
              squad: { name: 队, on: mirco, quota: 0, roster: yes, roles: { lead: 队长 }, duties: [ 巡查, { en: Help } ] }
            """;

    private static final String WHISTLE_FOUND =
            """
            4:3 unknown-key whistle.causs ?causes
            5:14 bad-value whistle.overuse.count
            5:32 bad-time whistle.overuse.during
            7:40 bad-rung whistle.rungs.a.answers
            8:23 unknown-level whistle.rungs.b.by ?grid
            8:38 unknown-level whistle.rungs.b.answers ?department
            8:60 bad-time whistle.rungs.b.report-in
            8:77 bad-time whistle.rungs.b.emergency
            9:5 missing whistle.rungs.c
            11:13 unknown-catalogue whistle.list.import
            13:29 unknown-class whistle.list.items.x.class ?safety
            13:42 unknown-unit whistle.list.items.x.lead ?police
            13:59 unknown-unit whistle.list.items.x.assist[0] ?police
            13:76 unknown-cause whistle.list.items.x.cause ?emergency
            15:25 unknown-level teams.squad.on ?micro
            15:32 bad-value teams.squad.quota
            15:42 bad-type teams.squad.roster
            15:90 missing teams.squad.duties[1]
            """;

    @Test
    void ofTheLoopAreFoundAllAtOnceEachWithItsPlace() {
        assertThat(found(LOOP)).isEqualTo(LOOP_FOUND);
    }

    @Test
    void ofWhistlesAndTeamsAreFoundAllAtOnceEachWithItsPlace() {
        assertThat(found(WHISTLE)).isEqualTo(WHISTLE_FOUND);
    }

    private static String found(String yaml) {
        return LOADING.load(new SourceFile("sample.yaml", yaml)).findings().all().stream()
                .map(each ->
                        "%d:%d %s %s%s%n"
                                .formatted(
                                        each.spot().line(),
                                        each.spot().column(),
                                        each.code(),
                                        each.path(),
                                        each.suggestion().map(word -> " ?" + word).orElse("")))
                .collect(Collectors.joining());
    }
}
