package org.huying.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class SnapshotsTest {
    private static final String REGION = "370481";
    private static final int MANY = 300;

    private final AtomicLong revision = new AtomicLong(1);

    private final class Counting implements Snapshots.Source<Long> {
        @Override
        public Snapshots.Versioned<Long> load(String region) {
            return new Snapshots.Versioned<>(revision.get(), revision.get());
        }

        @Override
        public Map<String, Long> revisions(List<String> regions) {
            return Map.of(REGION, revision.get());
        }
    }

    /// Many, because a watch that began before it was known once ended at once, and only now and then.
    @Test
    void everyOneThatWasStartedSeesWhatOthersChanged() {
        var all =
                IntStream.range(0, MANY)
                        .mapToObj(i -> new Snapshots<>("test-" + i, new Counting()))
                        .toList();
        all.forEach(Snapshots::start);
        assertThat(all).allSatisfy(one -> assertThat(one.of(REGION)).isEqualTo(1));
        assertThat(all).allSatisfy(one -> assertThat(one.revision(REGION)).isEqualTo(1));
        revision.set(2);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> all.stream().allMatch(one -> one.of(REGION) == 2));
        all.forEach(Snapshots::close);
    }

    /// The one who loads may be waiting for a connection that the one in a transaction holds.
    @Test
    void whoeverIsInATransactionWaitsForNobodyAndTheOthersWaitForOne() throws Exception {
        var loads = new AtomicInteger();
        var begun = new CountDownLatch(1);
        var free = new CountDownLatch(1);
        var snapshots =
                new Snapshots<>(
                        "slow",
                        new Snapshots.Source<Long>() {
                            @Override
                            public Snapshots.Versioned<Long> load(String region) {
                                if (loads.incrementAndGet() == 1) {
                                    begun.countDown();
                                    waitFor(free);
                                }
                                return new Snapshots.Versioned<>(1, 7L);
                            }

                            @Override
                            public Map<String, Long> revisions(List<String> regions) {
                                return Map.of();
                            }
                        });
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = people.submit(() -> snapshots.of(REGION));
            waitFor(begun);
            TransactionSynchronizationManager.setActualTransactionActive(true);
            try {
                assertThat(snapshots.of(REGION)).isEqualTo(7);
            } finally {
                TransactionSynchronizationManager.setActualTransactionActive(false);
            }
            assertThat(first.isDone()).isFalse();
            free.countDown();
            assertThat(first.get()).isEqualTo(7);
            assertThat(people.submit(() -> snapshots.of(REGION)).get()).isEqualTo(7);
        }
        assertThat(loads).hasValue(2);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
