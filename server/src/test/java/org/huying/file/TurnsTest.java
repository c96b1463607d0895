package org.huying.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.huying.problem.Problem;
import org.huying.problem.ProblemException;
import org.junit.jupiter.api.Test;

class TurnsTest {

    @Test
    void whoeverFindsAllTakenIsSentAwayUntilOneIsFree() {
        var turns = new Turns(2, Duration.ofMillis(20));
        try (var _ = turns.take()) {
            try (var _ = turns.take()) {
                assertThatExceptionOfType(ProblemException.class)
                        .isThrownBy(turns::take)
                        .satisfies(it -> assertThat(it.problem()).isEqualTo(Problem.OVERLOADED));
            }
            turns.take().close();
        }
    }

    @Test
    void whoeverWaitsGetsTheOneThatBecomesFree() throws Exception {
        var turns = new Turns(1, Duration.ofSeconds(30));
        var first = turns.take();
        var second = CompletableFuture.supplyAsync(turns::take);
        assertThat(second).isNotDone();
        first.close();
        second.get(30, TimeUnit.SECONDS).close();
    }
}
