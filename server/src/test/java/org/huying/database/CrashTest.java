package org.huying.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Kills, not power loss: whatever was acknowledged is there afterwards, and the next start needs no help.
@Timeout(60)
class CrashTest {
    private static final int ROWS = 400;
    private static final Duration SECONDS = Duration.ofSeconds(30);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path home;

    @Test
    void losesNothingAcknowledgedWhenTheServerOrBothAreKilled() throws Exception {
        var acknowledged = new ArrayList<UUID>();
        for (var databaseToo : List.of(false, true, false)) {
            acknowledged.addAll(writeAndKill(databaseToo));
            var begun = System.nanoTime();
            try (var server = EmbeddedPostgres.start(home);
                    var pool = Pool.of(server.connection(), 1)) {
                assertStored(JdbcClient.create(pool), acknowledged);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SECONDS);
        }
    }

    @Test
    void servesAgainBySelfWhenTheDatabaseIsKilled() throws Exception {
        var acknowledged = new ConcurrentLinkedQueue<UUID>();
        var stop = new AtomicBoolean();
        try (var server = EmbeddedPostgres.start(home);
                var pool = Pool.of(server.connection(), 2)) {
            var jdbc = JdbcClient.create(pool);
            CrashWriter.prepare(jdbc);
            var writer =
                    Thread.ofPlatform().start(() -> writeThroughOutages(jdbc, acknowledged, stop));
            for (int round = 0; round < 3; round++) {
                awaitMore(acknowledged);
                kill(server.postmaster().orElseThrow().pid());
                awaitMore(acknowledged);
            }
            stop.set(true);
            writer.join();
            assertStored(jdbc, acknowledged);
        }
    }

    @Test
    void refusesASecondServerOnTheSameFolder() {
        try (var _ = EmbeddedPostgres.start(home)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                    .isInstanceOf(DatabaseFailure.class)
                    .hasMessageContaining("in use by another Huying");
        }
    }

    @Test
    void refusesToRunWithoutDurability() throws Exception {
        try (var server = EmbeddedPostgres.start(home)) {
            try (var pool = Pool.of(server.connection(), 1)) {
                Settings.verifyDurable(pool);
                JdbcClient.create(pool)
                        .sql("ALTER ROLE huying SET synchronous_commit = off")
                        .update();
            }
            try (var pool = Pool.of(server.connection(), 1)) {
                assertThatThrownBy(() -> Settings.verifyDurable(pool))
                        .hasMessageContaining("synchronous_commit=off");
                JdbcClient.create(pool).sql("ALTER ROLE huying RESET synchronous_commit").update();
            }
        }
    }

    private static List<UUID> writeAndKill(boolean databaseToo)
            throws IOException, InterruptedException {
        var said = Files.createTempFile(home, "said", ".txt");
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                CrashWriter.class.getName(),
                                home.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .redirectOutput(said.toFile())
                        .start();
        Awaitility.await().atMost(SECONDS).until(() -> ids(said).size() > ROWS);
        var postmaster = Postmaster.of(home.toRealPath().resolve("db")).orElseThrow();
        process.destroyForcibly().waitFor();
        if (databaseToo) {
            kill(postmaster.pid());
        }
        return ids(said);
    }

    private static List<UUID> ids(Path said) throws IOException {
        return Files.readString(said)
                .lines()
                .filter(line -> line.length() == 36 && line.charAt(8) == '-')
                .map(UUID::fromString)
                .toList();
    }

    private static void writeThroughOutages(
            JdbcClient jdbc, Collection<UUID> acknowledged, AtomicBoolean stop) {
        while (!stop.get()) {
            try {
                var id = Ids.next();
                jdbc.sql("INSERT INTO acknowledged VALUES (:id, 'x')").param("id", id).update();
                acknowledged.add(id);
            } catch (DataAccessException _) {
                Thread.onSpinWait(); // not acknowledged, so nothing is owed
            }
        }
    }

    private static void awaitMore(Collection<UUID> acknowledged) {
        var before = acknowledged.size();
        Awaitility.await().atMost(SECONDS).until(() -> acknowledged.size() > before + 100);
    }

    private static void assertStored(JdbcClient jdbc, Collection<UUID> acknowledged) {
        assertThat(acknowledged).isNotEmpty();
        var stored = new HashSet<UUID>();
        jdbc.sql("SELECT id FROM acknowledged")
                .query(row -> {
                    stored.add(Objects.requireNonNull(row.getObject(1, UUID.class)));
                });
        assertThat(stored).containsAll(acknowledged);
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }
}
