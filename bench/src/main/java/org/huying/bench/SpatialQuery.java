package org.huying.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The same lookups by a spatial query with an index, on a private cluster of the PostgreSQL 15 of this machine, where
/// PostGIS is installed for it.
final class SpatialQuery {
    private static final Path POSTGIS =
            Path.of("/usr/share/postgresql/15/extension/postgis.control");
    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
    private static final int LOOKUPS = 20_000;
    private static final int BATCH = 1_000;

    private final Talk talk;

    SpatialQuery(Talk talk) {
        this.talk = talk;
    }

    /// `postgis_ns_per_lookup`, or null and the reason.
    Figures measure(Mosaic mosaic, int side, double[] lon, double[] lat) {
        if (!Files.exists(POSTGIS)) {
            return none("PostGIS for PostgreSQL 15 is not installed");
        }
        Path home = null;
        try {
            home = Files.createTempDirectory("huying-postgis");
            int port = freePort();
            start(home, port);
            try (var connection =
                    DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "")) {
                talk.say("storing the polygons in PostGIS");
                store(connection, mosaic, side);
                return new Figures()
                        .with("postgis_ns_per_lookup", lookups(connection, lon, lat))
                        .with("postgis_reason", null);
            } finally {
                program(home, "pg_ctl", "-D", home.resolve("db").toString(), "-m", "fast", "stop");
            }
        } catch (IOException | SQLException e) {
            return none(e.toString());
        } finally {
            if (home != null) {
                remove(home);
            }
        }
    }

    private static Figures none(String reason) {
        return new Figures().with("postgis_ns_per_lookup", null).with("postgis_reason", reason);
    }

    private static void store(Connection connection, Mosaic mosaic, int side) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION postgis");
            statement.execute("CREATE TABLE grid (id integer PRIMARY KEY, outline geometry)");
        }
        try (var insert =
                connection.prepareStatement(
                        "INSERT INTO grid VALUES (?, ST_GeomFromText(?, 4326))")) {
            for (int i = 0; i < side * side; i++) {
                insert.setInt(1, i);
                insert.setString(2, text(mosaic.ring(i % side, i / side)));
                insert.addBatch();
                if (i % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE INDEX ON grid USING gist (outline)");
            statement.execute("VACUUM ANALYZE grid");
        }
    }

    private static String text(double[] ring) {
        var text = new StringBuilder("POLYGON((");
        for (int i = 0; i <= ring.length; i += 2) {
            text.append(i == 0 ? "" : ",")
                    .append(
                            String.format(
                                    Locale.ROOT,
                                    "%.7f %.7f",
                                    ring[i % ring.length],
                                    ring[i % ring.length + 1]));
        }
        return text.append("))").toString();
    }

    private static double lookups(Connection connection, double[] lon, double[] lat)
            throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        SELECT id FROM grid WHERE ST_Intersects(outline, ST_SetSRID(ST_MakePoint(?, ?), 4326)) LIMIT 1
                        """)) {
            long begin = System.nanoTime();
            for (int i = 0; i < 2 * LOOKUPS; i++) {
                if (i == LOOKUPS) {
                    begin = System.nanoTime();
                }
                select.setDouble(1, lon[i]);
                select.setDouble(2, lat[i]);
                try (var rows = select.executeQuery()) {
                    rows.next();
                }
            }
            return (System.nanoTime() - begin) / (double) LOOKUPS;
        }
    }

    private static void start(Path home, int port) throws IOException {
        var db = home.resolve("db").toString();
        if (root()) {
            run(home, List.of("chown", "65534:65534", home.toString()));
        }
        program(
                home,
                "initdb",
                "-D",
                db,
                "-U",
                "postgres",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C");
        var options =
                "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c shared_buffers=512MB"
                        .formatted(port);
        program(
                home,
                "pg_ctl",
                "-D",
                db,
                "-w",
                "-l",
                home.resolve("log").toString(),
                "-o",
                options,
                "start");
    }

    /// PostgreSQL refuses to run as root, so there it runs as nobody.
    private static void program(Path home, String name, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if (root()) {
            command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        command.add(PROGRAMS.resolve(name).toString());
        command.addAll(List.of(arguments));
        run(home, command);
    }

    private static void run(Path home, List<String> command) throws IOException {
        var process =
                new ProcessBuilder(command)
                        .directory(home.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(home.resolveSibling(home.getFileName() + ".out").toFile())
                        .start();
        try {
            if (process.waitFor() != 0) {
                var said = home.resolveSibling(home.getFileName() + ".out");
                throw new IOException(
                        command + ": " + Files.readString(said, StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void remove(Path home) {
        try (Stream<Path> paths = Files.walk(home)) {
            for (var path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
            Files.deleteIfExists(home.resolveSibling(home.getFileName() + ".out"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
