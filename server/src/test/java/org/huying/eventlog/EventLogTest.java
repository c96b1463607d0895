package org.huying.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.huying.database.Ids;
import org.huying.database.Postgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class EventLogTest {
    record Lit(String kind, UUID subject, int lamp, Instant at) implements Fact {
        @Override
        public String region() {
            return "370481";
        }
    }

    private static final Instant NOON = Instant.parse("2026-05-01T04:00:00Z");

    private final DataSource dataSource = Postgres.migrated();
    private final JdbcClient jdbc = JdbcClient.create(dataSource);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(dataSource));
    private final JsonMapper json = JsonMapper.shared();
    private final EventLog eventLog = new EventLog(dataSource, json, transaction);
    private final Log log = new Log(jdbc, json, Clock.systemUTC());

    @BeforeEach
    void makeRoomForEffects() {
        jdbc.sql("CREATE TABLE effect (seq bigserial, lamp int)").update();
    }

    /// Writes down what it hears; chokes on one lamp.
    private final class Scribe implements Consumer {
        private final String name;
        private final int poison;

        Scribe(String name, int poison) {
            this.name = name;
            this.poison = poison;
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
            for (var fact : batch) {
                var lamp = fact.facts().get("lamp").asInt();
                jdbc.sql("INSERT INTO effect (lamp) VALUES (:lamp)").param("lamp", lamp).update();
                if (lamp == poison) {
                    throw new IllegalStateException("lamp " + lamp + " is broken");
                }
            }
        }
    }

    @Test
    void appliesEveryFactOnceAndInOrder() {
        eventLog.append(facts(0, 700));
        var consumers = consumers(new Scribe("scribe", -1));
        consumers.drain();
        eventLog.append(facts(700, 1300));
        consumers.drain();
        consumers.drain();
        assertThat(effects()).isEqualTo(IntStream.range(0, 1300).boxed().toList());
    }

    @Test
    void appendsInTheStatementOfAnotherModule() {
        var appended =
                jdbc.sql(
                        "WITH u AS (SELECT 1 WHERE :moved), e AS ("
                                + EventLog.INSERT_INTO
                                + " FROM u RETURNING 1) SELECT count(*) FROM e");
        var fact = facts(0, 1).getFirst();
        assertThat(
                        appended.params(eventLog.params(fact))
                                .param("moved", true)
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
        assertThat(
                        jdbc.sql("SELECT facts ->> 'lamp' FROM eventlog.event")
                                .query(String.class)
                                .list())
                .containsExactly("0");
    }

    @Test
    void neverMissesAFactThatCommitsLate() throws Exception {
        var early = dataSource.getConnection();
        early.setAutoCommit(false);
        try (var statement = early.createStatement()) {
            statement.execute(
                    """
                    INSERT INTO eventlog.event (region, id, kind, subject, facts, at)
                    VALUES ('370481', '%s', 'lamp.lit', '%s', '{"lamp": 1}', now())
                    """
                            .formatted(Ids.next(), Ids.next()));
        }
        eventLog.append(facts(2, 3));
        var runner = new Runner(new Scribe("scribe", -1), log, transaction, new Semaphore(1));
        log.register("scribe");
        assertThat(runner.drain()).isZero();
        early.commit();
        early.close();
        consumers(new Scribe("scribe", -1)).drain();
        assertThat(effects()).containsExactly(1, 2);
    }

    @Test
    void parksThePoisonAndGoesOn() {
        eventLog.append(facts(0, 20));
        var consumers = consumers(new Scribe("fragile", 7));
        consumers.start();
        try {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !log.owed("fragile"));
        } finally {
            consumers.stop();
        }
        assertThat(effects()).hasSize(19).doesNotContain(7).isSorted();
        var lag = consumers.lag().getFirst();
        assertThat(lag.events()).isZero();
        assertThat(lag.parked()).isEqualTo(1);
    }

    @Test
    void twoRunnersOfOneConsumerShareTheWork() throws Exception {
        eventLog.append(facts(0, 3000));
        var first = consumers(new Scribe("scribe", -1));
        var second = consumers(new Scribe("scribe", -1));
        first.start();
        second.start();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !log.owed("scribe"));
        first.stop();
        second.stop();
        assertThat(effects()).isEqualTo(IntStream.range(0, 3000).boxed().toList());
    }

    @Test
    void passesOverWhatItDoesNotHearAndStillWritesDownWhereItIs() {
        var first = consumers(new Scribe("scribe", -1));
        var second = consumers(new Scribe("scribe", -1));
        first.start();
        second.start();
        for (int lamp = 0; lamp < 40; lamp++) {
            eventLog.append(facts("bell.rung", 0, 90));
            eventLog.append(facts(lamp, lamp + 1));
        }
        eventLog.append(facts("bell.rung", 0, 900));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !log.owed("scribe"));
        first.stop();
        second.stop();
        assertThat(effects()).isEqualTo(IntStream.range(0, 40).boxed().toList());
    }

    @Test
    void hearsAgainWhatIsReplayedToIt() {
        eventLog.append(facts(0, 3));
        eventLog.append(facts("bell.rung", 0, 5));
        var scribe = consumers(new Scribe("scribe", -1));
        scribe.start();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !log.owed("scribe"));
        jdbc.sql("UPDATE eventlog.cursor SET xid = '0', id = :id")
                .param("id", new UUID(0, 0))
                .update();
        eventLog.append(facts("bell.rung", 0, 5));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> effects().size() == 6);
        eventLog.append(facts(3, 4));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !log.owed("scribe"));
        scribe.stop();
        assertThat(effects()).containsExactly(0, 1, 2, 0, 1, 2, 3);
    }

    @Test
    void staysReadableAfterARestoreIntoAYoungerCluster() {
        eventLog.append(facts(0, 5));
        var ahead = consumers(new Scribe("ahead", -1));
        ahead.drain();
        eventLog.append(facts(5, 8));
        jdbc.sql("INSERT INTO eventlog.cursor (consumer) VALUES ('new')").update();
        jdbc.sql("UPDATE eventlog.event SET xid = (xid::text::bigint + 5000)::text::xid8").update();
        jdbc.sql(
                        "UPDATE eventlog.cursor SET xid = (xid::text::bigint + 5000)::text::xid8 WHERE consumer = 'ahead'")
                .update();
        jdbc.sql("DELETE FROM effect").update();

        eventLog.rebase();
        eventLog.append(facts(8, 10));
        ahead.drain();
        assertThat(effects()).containsExactly(5, 6, 7, 8, 9);
        jdbc.sql("DELETE FROM effect").update();
        consumers(new Scribe("new", -1)).drain();
        assertThat(effects()).isEqualTo(IntStream.range(0, 10).boxed().toList());
    }

    @Test
    void readsTransactionNumbersAsNumbers() {
        eventLog.append(facts(0, 3));
        for (var place : List.of("9", "10", "100")) {
            jdbc.sql("UPDATE eventlog.event SET xid = :xid::xid8 WHERE facts ->> 'lamp' = :lamp")
                    .param("xid", place)
                    .param("lamp", Integer.toString(place.length() == 1 ? 2 : place.length() - 2))
                    .update();
        }
        consumers(new Scribe("scribe", -1)).drain();
        assertThat(effects()).containsExactly(2, 0, 1);
    }

    @Test
    void stopsWhileIdleWithoutDelay() {
        var consumers = consumers(new Scribe("scribe", -1));
        consumers.start();
        var before = System.nanoTime();
        consumers.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
        assertThat(consumers.isRunning()).isFalse();
    }

    private Consumers consumers(Consumer... consumers) {
        return new Consumers(List.of(consumers), log, transaction);
    }

    private List<@Nullable Integer> effects() {
        return jdbc.sql("SELECT lamp FROM effect ORDER BY seq").query(Integer.class).list();
    }

    private static List<Lit> facts(int from, int to) {
        return facts("lamp.lit", from, to);
    }

    private static List<Lit> facts(String kind, int from, int to) {
        var list = new ArrayList<Lit>();
        for (int lamp = from; lamp < to; lamp++) {
            list.add(new Lit(kind, Ids.next(), lamp, NOON));
        }
        return list;
    }
}
