package org.huying.insight.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.huying.playbook.MatterRules.RatingAnswer;
import org.huying.playbook.Text;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static final Map<String, RatingAnswer> ANSWERS =
            Map.of(
                    "good", new RatingAnswer(new Text("满意", "Satisfied"), true, 1, Set.of()),
                    "bad", new RatingAnswer(new Text("不满意", "Not"), false, 0, Set.of()));

    @Test
    void ranksByTheMeanOfWhatIsKnownAndLeavesOutWhereTooLittleWasReported() {
        var ranking =
                Ranking.of(
                        Map.of(
                                "a", sums(10, 0, 9, 1), // 1.0, 0.9, 0.9
                                "b", sums(10, 5, 10, 0), // 0.5, 1.0, 1.0
                                "c", sums(10, 5, 10, 0),
                                "d", sums(10, 2, 0, 0), // 0.8
                                "e", sums(4, 0, 4, 0)),
                        ANSWERS);
        assertThat(ranking.ranks()).isEqualTo(Map.of("a", 1, "b", 2, "c", 2, "d", 4));
        assertThat(ranking.scores().get("d")).isEqualTo(0.8);
    }

    @Test
    void tellsNoSmallCountToWhoSeesOnlySums() {
        var telling = new Discretion(false);
        assertThat(telling.count(4)).isNull();
        assertThat(telling.count(0)).isZero();
        assertThat(telling.count(5)).isEqualTo(5);
        assertThat(telling.share(1, 4)).isEqualTo(new Wall.Share(null, null, null));
        assertThat(telling.share(5, 8)).isEqualTo(new Wall.Share(5L, 8L, 0.625));
        assertThat(telling.share(0, 0)).isEqualTo(new Wall.Share(0L, 0L, null));
        assertThat(telling.mean(3, 3)).isEqualTo(new Wall.Mean(null, null));
        assertThat(new Discretion(true).count(4)).isEqualTo(4);
        assertThat(new Discretion(true).mean(2, 4)).isEqualTo(new Wall.Mean(4L, 0.5));
    }

    private static Sums sums(long reported, long late, long good, long bad) {
        var sums = new Sums();
        sums.add("reported", reported, 0);
        sums.add("late", late, 0);
        sums.add("rated.good", good, 0);
        sums.add("rated.bad", bad, bad);
        return sums;
    }
}
