package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import org.huying.database.Postgres;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class NumbersTest {

    private static final String PATTERN = "{region}-{yyMMdd}-{seq:5}";

    @Test
    void writesTheNumberAsThePlaceWantsIt() {
        var day = LocalDate.of(2026, 11, 21);
        assertThat(Numbers.format(PATTERN, "370481", day, 42)).isEqualTo("370481-261121-00042");
        assertThat(Numbers.format("{yyyy}/{seq:3}", "370481", day, 1234)).isEqualTo("2026/1234");
    }

    @Test
    void neverGivesANumberTwiceAmongNodes() {
        var jdbc = JdbcClient.create(Postgres.migrated());
        var one = new Numbers(jdbc);
        var other = new Numbers(jdbc);
        var at = Instant.parse("2026-11-21T04:00:00Z");
        var given = new HashSet<String>();
        for (int i = 0; i < 120; i++) {
            assertThat(given.add(one.next(PATTERN, "370481", at))).isTrue();
            assertThat(given.add(other.next(PATTERN, "370481", at))).isTrue();
        }
        assertThat(given).contains("370481-261121-00001");
    }

    @Test
    void beginsAnewEveryChineseDay() {
        var numbers = new Numbers(JdbcClient.create(Postgres.migrated()));
        assertThat(numbers.next(PATTERN, "370481", Instant.parse("2026-11-21T15:59:59Z")))
                .isEqualTo("370481-261121-00001");
        assertThat(numbers.next(PATTERN, "370481", Instant.parse("2026-11-21T16:00:00Z")))
                .isEqualTo("370481-261122-00001");
    }
}
