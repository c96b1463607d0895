package org.huying.whistle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// What callers said of a unit over a time, weighed: response and quality, 1 to 5 each, count the same and make a score
/// out of 100; the score makes the grade. A few words are not a verdict: they are shown, and get no grade. Pure.
///
/// @param summoned how often it was called
/// @param rated how often the caller rated it; what everything here is counted over
/// @param response sum of the marks, as `quality`
/// @param solved how often the caller called it solved
record ReverseRating(int summoned, int rated, long response, long quality, int solved) {

    /// Fewer ratings than this are few.
    static final int ENOUGH = 5;

    private static final int BEST = 5;
    private static final int HUNDRED = 100;

    /// What a score is called.
    enum Grade {
        A(90),
        B(75),
        C(60),
        D(40),
        E(0);

        private final int least;

        Grade(int least) {
            this.least = least;
        }

        static Grade of(BigDecimal score) {
            for (var grade : values()) {
                if (score.compareTo(BigDecimal.valueOf(grade.least)) >= 0) {
                    return grade;
                }
            }
            return E;
        }
    }

    boolean few() {
        return rated < ENOUGH;
    }

    Optional<BigDecimal> averageResponse() {
        return share(response, rated);
    }

    Optional<BigDecimal> averageQuality() {
        return share(quality, rated);
    }

    /// Out of 100, two digits, rounded half up; nothing where nobody rated.
    Optional<BigDecimal> score() {
        return share((response + quality) * HUNDRED, 2L * BEST * rated);
    }

    /// The share of the rated ones that were solved, out of 100.
    Optional<BigDecimal> solvedShare() {
        return share((long) solved * HUNDRED, rated);
    }

    Optional<Grade> grade() {
        return few() ? Optional.empty() : score().map(Grade::of);
    }

    private static Optional<BigDecimal> share(long part, long whole) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(part)
                                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP));
    }
}
