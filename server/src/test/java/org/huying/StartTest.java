package org.huying;

import static org.assertj.core.api.Assertions.assertThat;

import org.huying.database.Postgres;
import org.huying.eventlog.Consumers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@Import(Postgres.class)
class StartTest {
    private final JdbcClient jdbc;
    private final Consumers consumers;

    StartTest(@Autowired JdbcClient jdbc, @Autowired Consumers consumers) {
        this.jdbc = jdbc;
        this.consumers = consumers;
    }

    @Test
    void startsOnAMigratedDatabase() {
        assertThat(
                        jdbc.sql("SELECT count(*) FROM eventlog.flyway_history WHERE success")
                                .query(Integer.class)
                                .single())
                .isPositive();
        assertThat(consumers.lag()).allSatisfy(lag -> assertThat(lag.parked()).isZero());
    }
}
