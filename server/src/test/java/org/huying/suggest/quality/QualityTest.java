package org.huying.suggest.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.huying.suggest.quality.TextTrial.Features;
import org.huying.suggest.quality.UnitTrial.Way;
import org.huying.suggest.text.Learner;
import org.junit.jupiter.api.Test;

/// The suggestions stay as good as docs/suggestions.md says, a little slack allowed. Needs labelled requests in a folder
/// beside the project; skipped where there is none.
class QualityTest {

    private static final double MACRO_F1 = 0.85;
    private static final double ACCURACY = 0.86;
    private static final double TOP_1 = 0.63;
    private static final double TOP_3 = 0.81;

    @Test
    void findsTheCategoryOfAText() {
        var score =
                TextTrial.in(data())
                        .orElseGet(() -> abort("no labelled texts in the data folder: skipped"))
                        .run(Features.BEST, Learner.BEST, 42);
        assertThat(score.macroF1()).isGreaterThan(MACRO_F1);
        assertThat(score.accuracy()).isGreaterThan(ACCURACY);
    }

    @Test
    void findsTheUnitOfARequestBetterThanFrequencyAlone() {
        var trial =
                UnitTrial.in(data())
                        .orElseGet(() -> abort("no recorded requests in the data folder: skipped"));
        var score = trial.split(Way.ROLES_FADING, 0.8);
        assertThat(score.top1()).isGreaterThan(TOP_1);
        assertThat(score.top3()).isGreaterThan(TOP_3);
        for (var way : Way.values()) {
            if (way.compareTo(Way.ROLES) < 0) {
                assertThat(score.top3()).as(way.name()).isGreaterThan(trial.split(way, 0.8).top3());
            }
        }
    }

    private static Path data() {
        return Stream.of("../shared/data", "../../shared/data", "../../../shared/data")
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst()
                .orElseGet(() -> abort("no data folder beside the project: skipped"));
    }
}
