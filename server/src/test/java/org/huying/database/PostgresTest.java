package org.huying.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresTest {
    private final JdbcClient jdbc = JdbcClient.create(Postgres.migrated());

    @Test
    void isDurableOnAPooledConnection() {
        for (var setting : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
            assertThat(jdbc.sql("SHOW " + setting).query(String.class).single()).isEqualTo("on");
        }
    }

    @Test
    void knowsChineseLetters() {
        jdbc.sql("CREATE EXTENSION IF NOT EXISTS pg_trgm").update();
        assertThat(jdbc.sql("SELECT cardinality(show_trgm('路灯坏了'))").query(Integer.class).single())
                .isPositive();
    }

    @Test
    void worksWithoutSuperuserRights() {
        if (System.getenv("HUYING_TEST_DB_URL") == null) {
            assertThat(jdbc.sql("SHOW is_superuser").query(String.class).single()).isEqualTo("off");
        }
    }
}
