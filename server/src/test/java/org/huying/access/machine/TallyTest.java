package org.huying.access.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void handsOverWhatWasCountedOnceAndGoesOnFromTheSumOfAllNodes() {
        var tally = new Tally(10);
        tally.add(200);
        tally.add(404);
        tally.add(503);
        tally.turnedAway();
        assertThat(tally.let()).isEqualTo(13);
        var taken = new ArrayList<Tally.Counts>();
        tally.write(it -> {
            taken.add(it);
            return 50;
        });
        tally.write(it -> {
            taken.add(it);
            return 0;
        });
        assertThat(taken).containsExactly(new Tally.Counts(4, 2, 1, 1));
        assertThat(tally.let()).isEqualTo(50);
    }

    @Test
    void forgetsNothingWhenItCannotBeWritten() {
        var tally = new Tally(0);
        tally.add(200);
        tally.turnedAway();
        assertThatThrownBy(() ->
                        tally.write(_ -> {
                            throw new IllegalStateException("no database");
                        }))
                .isInstanceOf(IllegalStateException.class);
        tally.write(it -> {
            assertThat(it).isEqualTo(new Tally.Counts(2, 1, 0, 1));
            return 1;
        });
    }

    @Test
    void losesNoCallThatComesWhileItIsWritten() throws InterruptedException {
        var tally = new Tally(0);
        var written = new AtomicLong();
        var callers = new ArrayList<Thread>();
        for (int caller = 0; caller < 4; caller++) {
            callers.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                for (int i = 0; i < 20_000; i++) {
                                    tally.add(200);
                                }
                            }));
        }
        while (callers.stream().anyMatch(Thread::isAlive)) {
            tally.write(it -> written.addAndGet(it.calls()));
        }
        for (var caller : callers) {
            caller.join();
        }
        tally.write(it -> written.addAndGet(it.calls()));
        assertThat(written).hasValue(80_000);
    }
}
