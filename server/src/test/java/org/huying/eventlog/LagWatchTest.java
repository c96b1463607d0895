package org.huying.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.huying.database.Postgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@Import(Postgres.class)
class LagWatchTest {
    @Autowired private Log log;
    @Autowired private List<Consumer> consumers;
    @Autowired private Consumers running;
    @Autowired private JdbcClient jdbc;

    @AfterEach
    void lookAfterThem() {
        jdbc.sql("DELETE FROM eventlog.parked").update();
    }

    @Test
    void isWellWhileNothingWaits() {
        running.drain();
        assertThat(health().getStatus()).isEqualTo(Status.UP);
        assertThat(health().getDetails()).hasSameSizeAs(consumers);
    }

    @Test
    void asksForAttentionWhenAnEventIsParked() {
        var consumer = consumers.getFirst().name();
        jdbc.sql(
                        """
                        INSERT INTO eventlog.parked (region, consumer, id, kind, error, attempts, parked_at)
                        VALUES ('370481', :consumer, gen_random_uuid(), 'lamp.lit', 'broken', 5, now())
                        """)
                .param("consumer", consumer)
                .update();
        assertThat(health().getStatus()).isEqualTo(LagWatch.ATTENTION);
        var registry = new SimpleMeterRegistry();
        var watch = watch();
        watch.bindTo(registry);
        assertThat(registry.get(LagWatch.PARKED).tag("consumer", consumer).gauge().value())
                .isEqualTo(1);
        assertThat(registry.get(LagWatch.EVENTS).gauges()).hasSameSizeAs(consumers);
    }

    private Health health() {
        return watch().health();
    }

    private LagWatch watch() {
        return new LagWatch(log, consumers);
    }
}
