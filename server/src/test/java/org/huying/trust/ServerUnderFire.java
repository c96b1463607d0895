package org.huying.trust;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.huying.cli.Main;
import org.huying.database.EmbeddedPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The real server in a process of its own, on a data folder and a port that stay, to be killed and started again.
final class ServerUnderFire implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER).build();
    private final Path data;
    private final int port;
    private final HttpRequest question;
    private final List<String> options;
    private Process process;

    /// @param path what must be answered for the server to be back: something out of the database
    ServerUnderFire(Path data, String path, String bearer) throws IOException {
        this(data, path, bearer, List.of());
    }

    /// @param options for the process, such as `-Dname=value`
    ServerUnderFire(Path data, String path, String bearer, List<String> options)
            throws IOException {
        this.data = data;
        this.options = options;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
        this.question =
                HttpRequest.newBuilder(base().resolve(path))
                        .header("Authorization", "Bearer " + bearer)
                        .timeout(ANSWER)
                        .build();
        this.process = launch();
        awaitServing();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /// kill -9 on the server, then a start as any operator would do it. Answers the seconds until it served again.
    double killServer() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        long begun = System.nanoTime();
        process = launch();
        awaitServing();
        return seconds(begun);
    }

    /// kill -9 on PostgreSQL alone; nobody helps. Answers the seconds until the server served again.
    double killDatabase() throws IOException {
        long killed = postmaster();
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        long begun = System.nanoTime();
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> postmaster() != killed);
        awaitServing();
        return seconds(begun);
    }

    /// Throws an [IllegalStateException] while there is none: it was killed along with the server, and is not back yet.
    JdbcClient database() {
        var connection =
                EmbeddedPostgres.running(data)
                        .orElseThrow(() -> new IllegalStateException("Just killed"));
        return JdbcClient.create(
                new DriverManagerDataSource(
                        connection.url(), connection.user(), connection.password()));
    }

    /// An orderly end, as Ctrl-C makes it.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private Process launch() throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(
                List.of(
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName(),
                        "serve",
                        "--port",
                        Integer.toString(port),
                        "--data",
                        data.toString()));
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("HUYING_"));
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private void awaitServing() {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(this::serves);
    }

    private boolean serves() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("The server ended at once: " + Files.readString(log()));
        }
        try {
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private long postmaster() throws IOException {
        var file = data.resolve("db/postmaster.pid");
        if (!Files.exists(file)) {
            return 0;
        }
        var lines = Files.readAllLines(file);
        return lines.isEmpty() ? 0 : Long.parseLong(lines.getFirst().strip());
    }

    private Path log() {
        return data.resolve("server.log");
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
