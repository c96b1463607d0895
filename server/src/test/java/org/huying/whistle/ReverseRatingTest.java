package org.huying.whistle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.huying.whistle.ReverseRating.Grade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What callers say of a unit, weighed.
class ReverseRatingTest {

    @Test
    void responseAndQualityCountTheSame() {
        var rating = new ReverseRating(8, 6, 24, 27, 5);
        assertThat(rating.averageResponse()).contains(new BigDecimal("4.00"));
        assertThat(rating.averageQuality()).contains(new BigDecimal("4.50"));
        assertThat(rating.score()).contains(new BigDecimal("85.00"));
        assertThat(rating.solvedShare()).contains(new BigDecimal("83.33"));
        assertThat(rating.grade()).contains(Grade.B);
        assertThat(rating.few()).isFalse();
    }

    @Test
    void whereNobodyRatedNothingIsSaid() {
        var rating = new ReverseRating(3, 0, 0, 0, 0);
        assertThat(rating.score()).isEmpty();
        assertThat(rating.averageResponse()).isEmpty();
        assertThat(rating.solvedShare()).isEmpty();
        assertThat(rating.grade()).isEmpty();
        assertThat(rating.few()).isTrue();
    }

    @Test
    void aFewRatingsAreShownAndGetNoGrade() {
        var few = new ReverseRating(4, 4, 20, 20, 4);
        assertThat(few.score()).contains(new BigDecimal("100.00"));
        assertThat(few.grade()).isEmpty();
        assertThat(new ReverseRating(5, 5, 25, 25, 5).grade()).contains(Grade.A);
    }

    @ParameterizedTest
    @CsvSource({
        "90, A",
        "89.99, B",
        "75, B",
        "74.99, C",
        "60, C",
        "59.99, D",
        "40, D",
        "39.99, E",
        "20, E"
    })
    void theScoreMakesTheGrade(String score, Grade grade) {
        assertThat(Grade.of(new BigDecimal(score))).isEqualTo(grade);
    }
}
