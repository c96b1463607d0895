package org.huying.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.huying.database.Ids;
import org.huying.database.Postgres;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Consumers that are behind, with a log of several batches before them.
class CatchUpTest {
    private static final Duration WORK = Duration.ofMillis(60);

    private final DataSource dataSource = Postgres.migrated();
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(dataSource));
    private final Log log =
            new Log(JdbcClient.create(dataSource), JsonMapper.shared(), Clock.systemUTC());
    private final AtomicInteger atWork = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Map<String, Integer> heard = new ConcurrentHashMap<>();

    /// Takes its time. Those of them that have been through a batch and are behind are counted while they work.
    private final class Slow implements Consumer {
        private final String name;

        Slow(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Set<String> kinds() {
            return Set.of("lamp.lit");
        }

        @Override
        public void apply(List<StoredFact> batch) {
            boolean behind = heard.getOrDefault(name, 0) > 0;
            if (behind) {
                most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            }
            LockSupport.parkNanos(WORK.toNanos());
            if (behind) {
                atWork.decrementAndGet();
            }
            heard.merge(name, batch.size(), Integer::sum);
        }
    }

    private void catchUp(Semaphore turns, int facts, String... names) {
        new EventLog(dataSource, JsonMapper.shared(), transaction)
                .append(
                        IntStream.range(0, facts)
                                .mapToObj(_ ->
                                        new EventLogTest.Lit(
                                                "lamp.lit", Ids.next(), 0, Instant.EPOCH))
                                .toList());
        Stream.of(names).forEach(log::register);
        var runners =
                Stream.of(names)
                        .map(it -> new Runner(new Slow(it), log, transaction, turns))
                        .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            runners.forEach(it -> threads.execute(it::run));
            try {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(() ->
                                Stream.of(names)
                                        .allMatch(it -> heard.getOrDefault(it, 0) == facts));
            } finally {
                runners.forEach(Runner::stop);
            }
        }
    }

    @Test
    void goesOneAfterTheOther() {
        catchUp(new Semaphore(1, true), 4 * Log.BATCH, "one", "two", "three", "four");
        assertThat(most).hasValue(1);
    }

    @Test
    void goesSideBySideWhereThereAreTurns() {
        catchUp(new Semaphore(4, true), 4 * Log.BATCH, "one", "two", "three", "four");
        assertThat(most.get()).isGreaterThan(1);
    }

    /// Whoever has the turn may be held up for minutes, by a lock or a poisoned event.
    @Test
    void waitsForNobodyForLong() {
        catchUp(new Semaphore(0), 2 * Log.BATCH, "one");
        assertThat(heard).containsEntry("one", 2 * Log.BATCH);
    }
}
