package org.huying.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.huying.database.Pool;
import org.huying.database.Postgres;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class TailTest {
    private static final Cursor BEGINNING = new Cursor("0", new UUID(0, 0));

    /// A consumer holds the only connection there is; whoever shows what happens comes to read meanwhile.
    @Test
    void holdsUpNoConsumerWhileItWaitsForAConnection() throws Exception {
        try (var pool = Pool.of(Postgres.connection(), 1);
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var jdbc = JdbcClient.create(pool);
            var transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
            var log = new Log(jdbc, JsonMapper.shared(), Clock.systemUTC());
            var tail = new Tail(log, transaction);
            jdbc.sql(
                            """
                            INSERT INTO eventlog.event (region, id, kind, subject, facts, at)
                            VALUES ('370481', gen_random_uuid(), 'lamp.lit', gen_random_uuid(), '{}', now())
                            """)
                    .update();
            // an older transaction of any database on the same server keeps it hidden
            await().until(() -> log.after(BEGINNING, 10).size() == 1);
            var shown =
                    transaction.execute(_ -> {
                        jdbc.sql("SELECT 1").query(Integer.class).single();
                        var reading = people.submit(() -> tail.after(Tail.Place.START));
                        var waiting = pool.getHikariPoolMXBean();
                        await().until(() -> waiting.getThreadsAwaitingConnection() == 1);
                        assertThat(log.after(BEGINNING, 10)).hasSize(1);
                        return reading;
                    });
            assertThat(shown.get()).hasSize(1);
        }
    }
}
