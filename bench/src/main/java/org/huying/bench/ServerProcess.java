package org.huying.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A server of our own in a process of its own, as `./huying serve` starts it. Closing it stops it for certain.
final class ServerProcess implements AutoCloseable {
    private static final long READY_NANOS = 120_000_000_000L;
    private static final int GRACE_SECONDS = 30;

    private final Process process;
    private final int port;
    private final Path data;
    private final Path log;

    private ServerProcess(Process process, int port, Path data, Path log) {
        this.process = process;
        this.port = port;
        this.data = data;
        this.log = log;
    }

    /// Started and answering when this returns.
    static ServerProcess start(Path data) {
        try {
            int port = freePort();
            var log = data.resolve("bench-server.log");
            var builder =
                    new ProcessBuilder(command(port, data))
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("HUYING_DB_"));
            var server = new ServerProcess(builder.start(), port, data, log);
            Runtime.getRuntime().addShutdownHook(new Thread(server.process::destroyForcibly));
            try {
                server.awaitReady();
            } catch (RuntimeException e) {
                server.close();
                throw e;
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /// The process of the embedded PostgreSQL.
    long postmaster() {
        return Processors.postmaster(data);
    }

    /// Waits for a good end, then insists.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /// The same Java with the same options and class path that this process runs with.
    private static List<String> command(int port, Path data) {
        var command = Command.line();
        var extra = System.getenv("HUYING_BENCH_SERVER_OPTS");
        if (extra != null && !extra.isBlank()) {
            command.addAll(command.indexOf("-cp"), List.of(extra.strip().split("\\s+", -1)));
        }
        command.addAll(
                List.of("serve", "--port", Integer.toString(port), "--data", data.toString()));
        return command;
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + READY_NANOS;
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The server ended at once: " + lastWords());
            }
            try (var wire = new Wire(port)) {
                wire.get("/", "");
                return;
            } catch (IOException _) {
                LockSupport.parkNanos(100_000_000L);
            }
        }
        throw new IllegalStateException("The server does not answer: " + lastWords());
    }

    private String lastWords() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
