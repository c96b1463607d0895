package org.huying.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
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
    private static final long WATCH_MILLIS = 200;

    private final Cluster cluster;
    private final HomeLock lock;
    private final String password;
    private final int port;
    private volatile boolean closing;

    private EmbeddedPostgres(Cluster cluster, HomeLock lock, String password, int port) {
        this.cluster = cluster;
        this.lock = lock;
        this.password = password;
        this.port = port;
    }

    /// How to connect: JDBC address, role and password.
    public record Connection(String url, String user, String password) {}

    /// Starts the server of this data folder, creating it on first use. Throws [DatabaseFailure] with advice.
    public static EmbeddedPostgres start(Path folder) {
        try {
            var home = Files.createDirectories(folder.toAbsolutePath().normalize()).toRealPath();
            var lock = HomeLock.on(home);
            try {
                var password = Cluster.password(home);
                var cluster = new Cluster(home, Programs.in(home, Binaries.unpackInto(home)));
                var server = new EmbeddedPostgres(cluster, lock, password, freePort());
                server.begin();
                return server;
            } catch (IOException | InterruptedException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseFailure(
                    "The PostgreSQL in " + folder + " cannot start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseFailure("Interrupted while PostgreSQL started", e);
        }
    }

    /// Where a running embedded server of this folder can be reached by another process.
    public static Optional<Connection> running(Path folder) {
        if (!Files.isDirectory(folder.resolve("db"))) {
            return Optional.empty();
        }
        try {
            var home = folder.toRealPath();
            var db = home.resolve("db");
            var postmaster =
                    Postmaster.of(db).filter(found -> found.port() > 0 && found.serves(db));
            return postmaster.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Connection(
                                    url(postmaster.get().port(), ROLE),
                                    ROLE,
                                    Cluster.password(home)));
        } catch (IOException e) {
            throw new DatabaseFailure("Cannot read the data folder " + folder, e);
        }
    }

    public Connection connection() {
        return new Connection(url(port, ROLE), ROLE, password);
    }

    /// As the superuser, to any database of the cluster; for tests that create databases.
    Connection admin(String database) {
        return new Connection(url(port, database), ADMIN, password);
    }

    /// The process that serves now; for tests that kill it.
    Optional<Postmaster> postmaster() throws IOException {
        return Postmaster.of(cluster.folder());
    }

    private void begin() throws IOException, InterruptedException {
        cluster.ensure();
        cluster.stopOrphan();
        cluster.start(port);
        try {
            createDatabase();
        } catch (DatabaseFailure e) {
            cluster.stop("fast");
            throw e;
        }
        Thread.ofPlatform().daemon().name("postgres-watchdog").start(this::watch);
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
                    "Cannot create the database in " + cluster.folder() + ": " + e.getMessage(), e);
        }
    }

    private void watch() {
        while (!closing) {
            try {
                if (!cluster.serves()) {
                    revive();
                }
                Thread.sleep(WATCH_MILLIS);
            } catch (IOException | RuntimeException e) {
                LOG.error(
                        "PostgreSQL in {} cannot be brought back, trying again",
                        cluster.folder(),
                        e);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private synchronized void revive() throws IOException, InterruptedException {
        if (!closing) {
            LOG.warn("PostgreSQL in {} has died; starting it again", cluster.folder());
            cluster.forgetDead();
            cluster.start(port);
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
            if (cluster.stop("fast") != 0) {
                LOG.warn("PostgreSQL did not stop: {}", cluster.lastWords());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
