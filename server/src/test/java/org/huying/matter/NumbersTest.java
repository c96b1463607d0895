package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.huying.database.Apart;
import org.huying.database.Postgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class NumbersTest {

    private static final Instant AT = Instant.parse("2026-11-21T04:00:00Z");
    private static final String PATTERN = "{region}-{yyMMdd}-{seq:5}";

    @Test
    void writesTheNumberAsThePlaceWantsIt() {
        var day = LocalDate.of(2026, 11, 21);
        assertThat(Numbers.format(PATTERN, "370481", day, 42)).isEqualTo("370481-261121-00042");
        assertThat(Numbers.format("{yyyy}/{seq:3}", "370481", day, 1234)).isEqualTo("2026/1234");
    }

    @Test
    void neverGivesANumberTwiceAmongNodes() {
        var database = Postgres.migrated();
        try (var oneApart = Apart.from(database);
                var otherApart = Apart.from(database)) {
            var one = new Numbers(oneApart);
            var other = new Numbers(otherApart);
            var given = new HashSet<String>();
            for (int i = 0; i < 120; i++) {
                assertThat(given.add(one.next(PATTERN, "370481", AT))).isTrue();
                assertThat(given.add(other.next(PATTERN, "370481", AT))).isTrue();
            }
            assertThat(given).contains("370481-261121-00001");
        }
    }

    /// A long transaction takes numbers and comes to nothing, while others take some.
    @Test
    @Timeout(60)
    void isNeitherHeldUpNorTakenBackByTheTransactionOfItsCaller() {
        var database = Postgres.migrated();
        try (var apart = Apart.from(database)) {
            var numbers = new Numbers(apart);
            var given = ConcurrentHashMap.<String>newKeySet();
            new TransactionTemplate(new JdbcTransactionManager(database))
                    .executeWithoutResult(status -> {
                        take(numbers, given);
                        CompletableFuture.runAsync(() -> take(numbers, given)).join();
                        take(numbers, given);
                        status.setRollbackOnly();
                    });
            take(numbers, given);
            try (var another = Apart.from(database)) {
                take(new Numbers(another), given);
            }
            assertThat(given).hasSize(5 * 70);
        }
    }

    private static void take(Numbers numbers, Set<String> given) {
        for (int i = 0; i < 70; i++) {
            assertThat(given.add(numbers.next(PATTERN, "370481", AT))).isTrue();
        }
    }

    /// As a file wants them: of several days, in one go, between others that are given one by one.
    @Test
    void reservesManyInOneGo() {
        var eve = Instant.parse("2026-11-20T04:00:00Z");
        var database = Postgres.migrated();
        try (var apart = Apart.from(database);
                var otherApart = Apart.from(database)) {
            var given = new HashSet<String>();
            var other = new Numbers(otherApart);
            for (int round = 0; round < 3; round++) {
                assertThat(given.add(other.next(PATTERN, "370481", AT))).isTrue();
                var moments = new ArrayList<Instant>(Collections.nCopies(60, AT));
                moments.add(eve);
                moments.add(eve);
                var ahead = new Numbers(apart).ahead("370481", moments);
                moments.forEach(
                        at -> assertThat(given.add(ahead.next(PATTERN, "370481", at))).isTrue());
            }
            assertThat(given).hasSize(3 * 63).contains("370481-261120-00006");
            assertThat(new Numbers(apart).ahead("370481", List.of())).isNotNull();
        }
    }

    @Test
    void beginsAnewEveryChineseDay() {
        try (var apart = Apart.from(Postgres.migrated())) {
            var numbers = new Numbers(apart);
            assertThat(numbers.next(PATTERN, "370481", Instant.parse("2026-11-21T15:59:59Z")))
                    .isEqualTo("370481-261121-00001");
            assertThat(numbers.next(PATTERN, "370481", Instant.parse("2026-11-21T16:00:00Z")))
                    .isEqualTo("370481-261122-00001");
        }
    }
}
