package org.huying.playbook.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huying.playbook.Stage;
import org.huying.playbook.compile.CompiledPlaybook;
import org.huying.playbook.source.Loading;
import org.huying.playbook.source.ShippedFiles;
import org.huying.playbook.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrialTest {

    private static final ShippedFiles SHIPPED = new ShippedFiles();
    private static final Loading LOADING = new Loading(SHIPPED, (_, _) -> Optional.empty());
    private static final Instant MONDAY = Instant.parse("2026-11-23T01:30:00Z");

    static List<String> shipped() {
        return SHIPPED.keys();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void bringsAllTenRequestsToSomebodyInEveryShippedPlaybook(String key) {
        var outcomes = Trial.of(shipped(key), MONDAY);
        assertThat(outcomes).hasSize(10).allMatch(outcome -> outcome.going().isPresent());
        assertThat(outcomes).allMatch(outcome -> outcome.until().containsKey(Stage.HANDLE));
    }

    @Test
    void saysWhereWhyAndUntilWhen() {
        var outcome = Trial.of(shipped("tengzhou"), MONDAY).getFirst();
        var going = outcome.going().orElseThrow();
        assertThat(outcome.item().key()).isEqualTo("corridor-piled");
        assertThat(going.to().zh()).isEqualTo("网格长");
        assertThat(going.rule().name()).isEqualTo("网格内快速办理");
        assertThat(going.rule().source()).startsWith("tengzhou.yaml:");
        assertThat(outcome.above()).containsExactly("community", "street", "county", "department");
        assertThat(outcome.until())
                .containsEntry(Stage.ACCEPT, Instant.parse("2026-11-23T02:30:00Z"))
                .containsEntry(Stage.DISPATCH, Instant.parse("2026-11-23T03:30:00Z"))
                .containsEntry(Stage.ACKNOWLEDGE, Instant.parse("2026-11-23T04:00:00Z"))
                .containsEntry(Stage.HANDLE, Instant.parse("2026-11-25T04:00:00Z"));
    }

    @Test
    void triesTheItemsThatThePlaceItselfAdds() {
        assertThat(Trial.own(shipped("xundian"), MONDAY))
                .hasSize(5)
                .allMatch(outcome -> outcome.going().isPresent())
                .extracting(outcome -> outcome.item().key())
                .contains("right-to-advise", "station-members");
        assertThat(Trial.own(shipped("dayu"), MONDAY)).isEmpty();
    }

    @Test
    void climbsOneRungWhenNobodyAcknowledges() {
        var outcome = Trial.of(shipped("chengqiao"), MONDAY).getFirst();
        assertThat(outcome.going().orElseThrow().to().zh()).isEqualTo("微网格员");
        assertThat(outcome.late().values())
                .extracting(Outcome.Late::to)
                .containsExactly("community", "community");
        assertThat(outcome.late()).containsOnlyKeys(Stage.ACKNOWLEDGE, Stage.HANDLE);
    }

    @Test
    void knowsWhatIsUrgent() {
        var urgent =
                Trial.of(shipped("base"), MONDAY).stream()
                        .filter(Outcome::urgent)
                        .map(outcome -> outcome.item().key());
        assertThat(urgent).containsExactly("lift-fault", "fire-lane-blocked", "water-cut");
    }

    @Test
    void showsThatNoRuleLeadsToAnybody() {
        var lost =
                load(
                        """
                        playbook: lost
                        extends: base
                        matter:
                          dispatch: [ { when: item.key == "nothing", to: "unit(police)" } ]
                        """);
        assertThat(Trial.of(lost, MONDAY)).allMatch(outcome -> outcome.going().isEmpty());
    }

    private static CompiledPlaybook shipped(String key) {
        return LOADING.load(SHIPPED.playbook(key).orElseThrow()).playbook().orElseThrow();
    }

    private static CompiledPlaybook load(String yaml) {
        return LOADING.load(new SourceFile("lost.yaml", yaml)).playbook().orElseThrow();
    }
}
