package org.huying.suggest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GramsTest {

    @Test
    void takesEveryRunOfUpToThreeLetters() {
        var grams = Grams.of("", "路灯不亮");
        assertThat(grams.ids())
                .containsExactly(ids("路", "灯", "不", "亮", "路灯", "灯不", "不亮", "路灯不", "灯不亮"));
        assertThat(grams.counts()).containsOnly(1);
    }

    @Test
    void endsARunWhereThereIsNoLetter() {
        assertThat(Grams.of("", "路灯，3亮").ids()).containsExactly(ids("路", "灯", "路灯", "亮"));
    }

    @Test
    void countsTheTitleSeveralTimesAndIgnoresWidthAndCase() {
        var grams = Grams.of("Ａ灯", "a");
        assertThat(count(grams, "a")).isEqualTo(6);
        assertThat(count(grams, "灯")).isEqualTo(5);
        assertThat(count(grams, "a灯")).isEqualTo(5);
    }

    @Test
    void numbersDifferentRunsDifferently() {
        assertThat(IntStream.of(ids("路灯", "灯路", "路", "路路", "灯灯")).distinct()).hasSize(5);
    }

    private static int count(Grams grams, String gram) {
        return grams.counts()[Arrays.binarySearch(grams.ids(), Grams.id(gram))];
    }

    private static int[] ids(String... grams) {
        return Arrays.stream(grams).mapToInt(Grams::id).sorted().toArray();
    }
}
