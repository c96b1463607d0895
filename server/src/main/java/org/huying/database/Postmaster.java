package org.huying.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What `postmaster.pid` in a cluster folder says: which process serves it, on which port.
record Postmaster(long pid, int port) {
    private static final int PORT_LINE = 3;

    static Optional<Postmaster> of(Path cluster) throws IOException {
        var file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        var port =
                lines.size() > PORT_LINE && !lines.get(PORT_LINE).isBlank()
                        ? Integer.parseInt(lines.get(PORT_LINE).strip())
                        : 0;
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Postmaster(Long.parseLong(lines.getFirst().strip()), port));
    }

    /// Whether that process is a PostgreSQL of this very folder now: numbers are reused, and a killed process may stay
    /// as a zombie for long, so its being "alive" says nothing.
    boolean serves(Path cluster) {
        var commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
        try {
            if (Files.exists(Path.of("/proc/self/cmdline"))) {
                var words = Files.readString(commandLine, StandardCharsets.ISO_8859_1);
                return words.contains("postgres") && words.contains(cluster.toString());
            }
        } catch (IOException _) {
            return false;
        }
        return ProcessHandle.of(pid).flatMap(process -> process.info().command()).stream()
                .anyMatch(command -> command.endsWith("/postgres"));
    }
}
