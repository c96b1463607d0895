package org.huying.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real PostgreSQL of our own in the data folder: durable settings, data checksums, on loopback with a password.
/// Survives the death of either process: the next start stops what was left and recovers; while this process lives, a
/// watchdog restarts a dead PostgreSQL on the same port within a second.
public final class EmbeddedPostgres implements AutoCloseable {
    /// The superuser; the server itself works as the ordinary role [#ROLE].
    static final String ADMIN = "postgres";

    static final String ROLE = "huying";
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration START_PATIENCE = Duration.ofSeconds(10);

    private final Path cluster;
    private final Path log;
    private final Programs programs;
    private final HomeLock lock;
    private final String password;
    private final int port;
    private volatile boolean closing;

    private EmbeddedPostgres(Path home, Programs programs, HomeLock lock, String password)
            throws IOException {
        this.cluster = home.resolve("db");
        this.log = home.resolve("postgres.log");
        this.programs = programs;
        this.lock = lock;
        this.password = password;
        this.port = freePort();
    }

    /// Starts the server of this data folder, creating it on first use. Throws [DatabaseFailure] with advice.
    public static EmbeddedPostgres start(Path folder) {
        try {
            var home = Files.createDirectories(folder.toAbsolutePath().normalize()).toRealPath();
            var lock = HomeLock.on(home);
            try {
                var programs = Programs.in(home, Binaries.unpackInto(home));
                var server = new EmbeddedPostgres(home, programs, lock, password(home));
                server.begin();
                return server;
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseFailure(
                    "The embedded PostgreSQL in " + folder + " cannot start: " + e.getMessage(), e);
        }
    }

    /// Where a running embedded server of this folder can be reached by another process.
    public static Optional<Connection> running(Path folder) {
        if (!Files.isDirectory(folder.resolve("db"))) {
            return Optional.empty();
        }
        try {
            var home = folder.toRealPath();
            var cluster = home.resolve("db");
            var postmaster =
                    Postmaster.of(cluster)
                            .filter(found -> found.port() > 0 && found.serves(cluster));
            return postmaster.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Connection(
                                    url(postmaster.get().port(), ROLE), ROLE, password(home)));
        } catch (IOException e) {
            throw new DatabaseFailure("Cannot read the data folder " + folder, e);
        }
    }

    /// How to connect: JDBC address, role and password.
    public record Connection(String url, String user, String password) {}

    public Connection connection() {
        return new Connection(url(port, ROLE), ROLE, password);
    }

    /// The process that serves now; for tests that kill it.
    Optional<Postmaster> postmaster() throws IOException {
        return Postmaster.of(cluster);
    }

    /// As the superuser, to any database of the cluster; for tests that create databases.
    Connection admin(String database) {
        return new Connection(url(port, database), ADMIN, password);
    }

    private void begin() throws IOException {
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            create();
        }
        programs.refuseForeign(cluster);
        refuseOtherMajor();
        stopOrphan();
        startServer();
        createDatabase();
        Thread.ofPlatform().daemon().name("postgres-watchdog").start(this::watch);
    }

    private void create() throws IOException {
        var part = cluster.resolveSibling("db.part");
        Binaries.deleteTree(part);
        var pwfile = cluster.resolveSibling("password");
        var mac = System.getProperty("os.name").startsWith("Mac");
        var code =
                programs.run(
                        "initdb",
                        List.of(
                                "-D",
                                part.toString(),
                                "-U",
                                ADMIN,
                                "-A",
                                "scram-sha-256",
                                "--pwfile=" + pwfile,
                                "-E",
                                "UTF8",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8",
                                "--lc-collate=C",
                                "--lc-ctype=" + (mac ? "UTF-8" : "C.UTF-8"),
                                "--lc-messages=C",
                                "--data-checksums"));
        if (code != 0) {
            throw new DatabaseFailure("initdb failed: " + programs.lastWords());
        }
        Files.move(part, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void refuseOtherMajor() throws IOException {
        var major = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!major.equals(Settings.MAJOR)) {
            throw new DatabaseFailure(
                    "The data in "
                            + cluster
                            + " was made by PostgreSQL "
                            + major
                            + ", this Huying has "
                            + Settings.MAJOR
                            + ". Make a backup with the Huying that made it, and restore that here.");
        }
    }

    private void stopOrphan() throws IOException {
        var orphan = Postmaster.of(cluster);
        if (orphan.isEmpty()) {
            return;
        }
        if (!orphan.get().serves(cluster)) {
            Files.deleteIfExists(cluster.resolve("postmaster.pid"));
            return;
        }
        LOG.info("A PostgreSQL of an earlier run still serves {}; stopping it", cluster);
        if (stop("fast") != 0 && stop("immediate") != 0 && orphan.get().serves(cluster)) {
            throw new DatabaseFailure(
                    "Cannot stop the PostgreSQL (process "
                            + orphan.get().pid()
                            + ") that still runs in "
                            + cluster
                            + ": "
                            + programs.lastWords());
        }
    }

    private void startServer() throws IOException {
        var deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (programs.run(
                        "pg_ctl",
                        List.of(
                                "-D",
                                cluster.toString(),
                                "-l",
                                log.toString(),
                                "-w",
                                "-t",
                                "300",
                                "-o",
                                Settings.commandLine(port),
                                "start"))
                != 0) {
            if (System.nanoTime() > deadline) {
                throw new DatabaseFailure(
                        "PostgreSQL does not start: " + programs.lastWords() + ". See " + log);
            }
            pause(100);
        }
    }

    private int stop(String mode) throws IOException {
        return programs.run(
                "pg_ctl", List.of("-D", cluster.toString(), "-m", mode, "-w", "-t", "60", "stop"));
    }

    private void createDatabase() {
        var admin = admin(ADMIN);
        try (var connection =
                        DriverManager.getConnection(admin.url(), admin.user(), admin.password());
                var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                "SELECT 1 FROM pg_database WHERE datname = '" + ROLE + "'")) {
            if (found.next()) {
                return;
            }
            statement.execute("DROP ROLE IF EXISTS " + ROLE);
            statement.execute("CREATE ROLE " + ROLE + " LOGIN PASSWORD '" + password + "'");
            statement.execute("CREATE DATABASE " + ROLE + " OWNER " + ROLE);
        } catch (SQLException e) {
            throw new DatabaseFailure(
                    "Cannot create the database in " + cluster + ": " + e.getMessage(), e);
        }
    }

    private void watch() {
        while (!closing) {
            try {
                var serving = Postmaster.of(cluster).filter(found -> found.serves(cluster));
                if (serving.isEmpty()) {
                    revive();
                }
            } catch (IOException | RuntimeException e) {
                LOG.error("PostgreSQL in {} cannot be brought back, trying again", cluster, e);
            }
            pause(200);
        }
    }

    private synchronized void revive() throws IOException {
        if (!closing) {
            LOG.warn("PostgreSQL in {} has died; starting it again", cluster);
            Files.deleteIfExists(cluster.resolve("postmaster.pid"));
            startServer();
            LOG.info("PostgreSQL serves again");
        }
    }

    /// Stops the server in good order and frees the data folder.
    @Override
    public synchronized void close() {
        if (closing) {
            return;
        }
        closing = true;
        try (lock) {
            if (stop("fast") != 0) {
                LOG.warn("PostgreSQL did not stop: {}", programs.lastWords());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static String password(Path home) throws IOException {
        var file = home.resolve("password");
        if (!Files.exists(file)) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            var part =
                    Files.createTempFile(
                            home,
                            "password",
                            ".part",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            Files.writeString(part, HexFormat.of().formatHex(bytes) + "\n");
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseFailure("Interrupted", e);
        }
    }
}
