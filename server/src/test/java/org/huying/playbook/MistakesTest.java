package org.huying.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.huying.playbook.check.Finding;
import org.huying.playbook.source.Loading;
import org.huying.playbook.source.ShippedFiles;
import org.huying.playbook.source.SourceFile;
import org.junit.jupiter.api.Test;

/// Every mistake at once, in plain words, each with its place and a suggestion.
class MistakesTest {

    private static final Loading LOADING =
            new Loading(new ShippedFiles(), (_, _) -> Optional.empty());

    @Test
    void areFoundAllAtOnceEachWithItsPlace() {
        var found =
                lines(
                        """
                        playbook: sample
                        extends: base
                        place: { code: "370999", name: 样本县 }
                        postss: {}
                        posts:
                          helper: { name: 帮手, on: gird }
                        catalogue:
                          items:
                            lamp: { name: 路灯, class: municipl, lead: lightning, limits: { handle: 3 workdays, hande: 1 day } }
                            bench: { name: 长椅, class: municipal, evidence: { handle: [ photo-aftr ] }, duplicates: { within: far } }
                            bin: { name: 垃圾桶, class: sanitation, urgent: matter.dangerus }
                        matter:
                          channels: [ snap, hotlin-12345 ]
                          number: "{region}-{seq:99}"
                          dispatch:
                            - { name: 甲, when: item.clas == "estate", to: "post(grid-chef, place.grid)" }
                            - { name: 乙, when: 'matter.reports > "3"', to: "duty(item, place.stret)" }
                            - { name: 丙, when: "item.key ==", to: "mayor()" }
                          rating: { answers: three-question, attempts: 99 }
                        """);
        assertThat(found)
                .containsExactlyInAnyOrder(
                        "4:1 unknown-key postss ?posts",
                        "6:27 unknown-level posts.helper.on ?grid",
                        "9:30 unknown-class catalogue.items.lamp.class ?municipal",
                        "9:46 unknown-unit catalogue.items.lamp.lead ?lighting",
                        "9:75 bad-time catalogue.items.lamp.limits.handle",
                        "9:87 unknown-key catalogue.items.lamp.limits.hande ?handle",
                        "9:87 unknown-stage catalogue.items.lamp.limits.hande ?handle",
                        "10:64 unknown-evidence catalogue.items.bench.evidence.handle[0] ?photo-after",
                        "10:102 bad-distance catalogue.items.bench.duplicates.within",
                        "11:50 unknown-fact catalogue.items.bin.urgent ?matter.dangerous",
                        "13:21 unknown-channel matter.channels[1] ?hotline-12345",
                        "14:11 bad-number matter.number",
                        "16:24 unknown-fact matter.dispatch[0].when ?item.class",
                        "16:51 unknown-post matter.dispatch[0].to ?grid-chief",
                        "17:40 bad-condition matter.dispatch[1].when",
                        "17:52 unknown-level matter.dispatch[1].to ?street",
                        "18:36 bad-condition matter.dispatch[2].when",
                        "18:43 bad-target matter.dispatch[2].to",
                        "19:22 unknown-rating-scale matter.rating.answers ?three-questions",
                        "19:38 bad-value matter.rating.attempts");
    }

    @Test
    void ofTheWordsOfNoticesAreFoundToo() {
        var found =
                lines(
                        """
                        playbook: sample
                        extends: base
                        place: { code: "370999", name: 样本县 }
                        notice:
                          words:
                            zh:
                              text: "{headline} {phone}"
                              kinds: { acepted: "编号 {number}" }
                            fr: { text: bonjour }
                        """);
        assertThat(found)
                .containsExactlyInAnyOrder(
                        "7:13 unknown-value notice.words.zh.text",
                        "8:16 unknown-kind notice.words.zh.kinds.acepted ?accepted",
                        "9:5 unknown-key notice.words.fr");
    }

    @Test
    void ofSizesAndBodiesAreFoundToo() {
        var found =
                lines(
                        """
                        playbook: sample
                        extends: base
                        place: { code: "37099", name: 样本 }
                        territory: { sizes: { communities: 0, grids: { every: 2 }, lines: 3 } }
                        posts:
                          helper: { name: 帮手, on: grid, number: many, role: unit-handlr }
                        teams:
                          squad: { name: 队, on: grid, number: 3, lead: helpr }
                        bodies:
                          branch: { name: 支部, on: grid, under: group, kind: party, covers: street }
                          group: { name: 小组, on: grid, under: branc, within: "3709" }
                        """);
        assertThat(found)
                .containsExactly(
                        "3:10 bad-form place.code",
                        "3:16 bad-place place.code",
                        "4:23 bad-value territory.sizes.communities",
                        "4:39 missing territory.sizes.grids",
                        "4:48 unknown-key territory.sizes.grids.every",
                        "4:60 bad-type territory.sizes.lines",
                        "6:33 bad-type posts.helper.number",
                        "6:47 bad-choice posts.helper.role ?unit-handler",
                        "8:48 unknown-post teams.squad.lead ?helper",
                        "10:40 unknown-body bodies.branch.under",
                        "10:47 bad-choice bodies.branch.kind",
                        "10:68 bad-level bodies.branch.covers",
                        "11:39 unknown-body bodies.group.under ?branch",
                        "11:46 bad-form bodies.group.within",
                        "11:54 bad-place bodies.group.within");
    }

    @Test
    void areToldInChineseAndEnglish() {
        var finding =
                findings("playbook: sample\nextends: bas\n").stream()
                        .filter(each -> each.code().equals("unknown-playbook"))
                        .findFirst()
                        .orElseThrow();
        assertThat(finding.line(true))
                .isEqualTo("sample.yaml:2:10 错误: extends: `bas`：没有这个工作法；是否想写 `base`?");
        assertThat(finding.line(false))
                .isEqualTo(
                        "sample.yaml:2:10 error: extends: `bas`: no such playbook; did you mean `base`?");
    }

    @Test
    void inATimeAreToldInOneLanguageAtATime() {
        var finding =
                findings(
                                """
                                playbook: sample
                                extends: base
                                matter: { return: { within: 4 workhours } }
                                """)
                        .stream()
                        .filter(each -> each.code().equals("bad-time"))
                        .findFirst()
                        .orElseThrow();
        assertThat(finding.zh()).startsWith("`4 workhours`：时限应写作").doesNotContain("a time limit");
        assertThat(finding.en())
                .startsWith("`4 workhours`: a time limit is written")
                .doesNotContain("时限");
    }

    @Test
    void ofYamlItselfNameTheLine() {
        assertThat(lines("playbook: sample\nmatter: { a: [ 1\nb: 2\n").getFirst()).contains("yaml");
        assertThat(lines("playbook: a\nplaybook: b\nextends: base\n"))
                .contains("2:1 duplicate-key playbook");
        assertThat(lines("x: &x { <<: *x }")).isNotEmpty();
        assertThat(lines("")).containsExactly("1:1 empty");
    }

    @Test
    void ofABombAreRefusedQuickly() {
        var bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append(
                    "a%d: &a%d [*a%d,*a%d,*a%d,*a%d,*a%d]\n"
                            .formatted(i, i, i - 1, i - 1, i - 1, i - 1, i - 1));
        }
        assertThat(lines(bomb.toString())).singleElement().asString().contains("yaml");
        assertThat(lines("a: ".repeat(1) + "[".repeat(5_000))).isNotEmpty();
    }

    @Test
    void arePointedAtInsideABlockOfText() {
        var found =
                lines(
                        """
                        playbook: sample
                        extends: base
                        matter:
                          dispatch:
                            - when: |
                                item.key == "a"
                                  && matter.ugent
                              to: "duty(item, place.street)"
                        """);
        assertThat(found)
                .containsExactly("7:14 unknown-fact matter.dispatch[0].when ?matter.urgent");
    }

    @Test
    void doNotIncludeSectionsForLaterAndRulesAfterTheLast() {
        var loaded =
                LOADING.load(
                        new SourceFile(
                                "sample.yaml",
                                """
                                playbook: sample
                                extends: base
                                council: { anything: { goes: here } }
                                matter:
                                  channels: { +: [ machine ] }
                                  dispatch: { +: [ { to: "unit(fire-rescue)" } ] }
                                """));
        assertThat(loaded.playbook().orElseThrow().later()).containsExactly("council");
        assertThat(loaded.playbook().orElseThrow().matter().dispatch()).hasSize(2);
        assertThat(loaded.findings().all())
                .extracting(Finding::code)
                .containsExactly("never-reached");
    }

    private static List<Finding> findings(String yaml) {
        return LOADING.load(new SourceFile("sample.yaml", yaml)).findings().all();
    }

    private static List<String> lines(String yaml) {
        return findings(yaml).stream()
                .map(each ->
                        (each.spot().line()
                                        + ":"
                                        + each.spot().column()
                                        + " "
                                        + each.code()
                                        + " "
                                        + each.path()
                                        + each.suggestion().map(word -> " ?" + word).orElse(""))
                                .strip())
                .toList();
    }
}
