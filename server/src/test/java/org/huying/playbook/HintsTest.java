package org.huying.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.huying.playbook.check.Finding;
import org.huying.playbook.check.Findings;
import org.huying.playbook.check.PlaceCheck;
import org.huying.playbook.source.Loading;
import org.huying.playbook.source.ShippedFiles;
import org.huying.playbook.source.SourceFile;
import org.huying.territory.divisions.Divisions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a playbook may say and hardly means: it is told and used all the same.
class HintsTest {

    private static final ShippedFiles SHIPPED = new ShippedFiles();
    private static final Loading LOADING = new Loading(SHIPPED, (_, _) -> Optional.empty());
    private static final Divisions DIVISIONS = Divisions.shipped();

    @Test
    void aWholeThatIsShorterThanItsStagesIsToldWhereTheLimitsAreWritten() {
        assertThat(
                        hints(
                                """
                                playbook: sample
                                extends: base
                                place: { code: "370481", name: 样本 }
                                catalogue:
                                  classes:
                                    bridges: { name: 桥梁, en: Bridges, limits: { handle: 20 work-days } }
                                    roads: { name: 道路, en: Roads, limits: { handle: 20 work-days, whole: 45 days } }
                                  items:
                                    arch: { name: 拱桥, en: Arch, class: bridges, solve-at: street, lead: municipal-works }
                                    deck: { name: 桥面, en: Deck, class: bridges, solve-at: street, lead: municipal-works, limits: { verify: 2 work-days } }
                                    kerb: { name: 路沿, en: Kerb, class: roads, solve-at: street, lead: municipal-works }
                                """))
                .containsExactly(
                        "6:47 whole-too-short catalogue.classes.bridges.limits",
                        "10:98 whole-too-short catalogue.items.deck.limits");
    }

    @Test
    void noShippedPlaybookHasSuchALimitOrAnUnknownPlace() {
        for (var key : SHIPPED.keys()) {
            var loaded = LOADING.load(SHIPPED.playbook(key).orElseThrow());
            var playbook = loaded.playbook().orElseThrow();
            PlaceCheck.check(playbook.place(), playbook.document(), DIVISIONS, loaded.findings());
            assertThat(lines(loaded.findings()))
                    .as(key)
                    .noneMatch(
                            it -> it.contains("whole-too-short") || it.contains("unknown-place"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "370481, true",
        "3704, true",
        "370481001, true",
        "310151101, true",
        "370999, false",
        "9999, false",
        "370481999, false",
        "370481001999, false"
    })
    void aPlaceThatIsNoDivisionIsTold(String code, boolean known) {
        var file =
                new SourceFile(
                        "sample.yaml",
                        "playbook: sample\nextends: base\nplace: { code: \"%s\", name: 样本 }\n"
                                .formatted(code));
        var loaded = LOADING.load(file);
        loaded.playbook()
                .ifPresent(it ->
                        PlaceCheck.check(it.place(), it.document(), DIVISIONS, loaded.findings()));
        var told = lines(loaded.findings());
        if (known) {
            assertThat(told).isEmpty();
        } else {
            assertThat(told).containsExactly("3:16 unknown-place place.code");
        }
    }

    private static List<String> hints(String yaml) {
        var loaded = LOADING.load(new SourceFile("sample.yaml", yaml));
        assertThat(loaded.playbook()).as("usable all the same").isPresent();
        return lines(loaded.findings());
    }

    private static List<String> lines(Findings findings) {
        return findings.all().stream().map(HintsTest::line).toList();
    }

    private static String line(Finding finding) {
        return "%d:%d %s %s"
                .formatted(
                        finding.spot().line(),
                        finding.spot().column(),
                        finding.code(),
                        finding.path());
    }
}
