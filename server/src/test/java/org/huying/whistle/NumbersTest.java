package org.huying.whistle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import org.huying.database.Apart;
import org.huying.database.Postgres;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void countsEveryDayFromOneAndGivesNoneTwice() {
        try (var apart = Apart.from(Postgres.migrated())) {
            var one = new Numbers(apart);
            var other = new Numbers(apart);
            var at = Instant.parse("2026-11-02T04:00:00Z");
            assertThat(one.next("370481", at)).isEqualTo("370481-W261102-0001");
            var given = new HashSet<String>();
            for (int i = 0; i < 50; i++) {
                assertThat(given.add(one.next("370481", at))).isTrue();
                assertThat(given.add(other.next("370481", at))).isTrue();
            }
            assertThat(one.next("370481", at.plusSeconds(86_400))).isEqualTo("370481-W261103-0001");
        }
    }
}
