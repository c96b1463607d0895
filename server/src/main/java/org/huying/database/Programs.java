package org.huying.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs PostgreSQL's programs as a user it accepts: it refuses root, so root steps into a user namespace of its own or,
/// where those are barred, becomes `nobody` and hands the data folder over.
final class Programs {
    private static final int NOBODY = 65534;
    private static final long PATIENCE_SECONDS = 330;

    private final Path binaries;
    private final Path log;
    private final List<String> prefix;

    private Programs(Path binaries, Path log, List<String> prefix) {
        this.binaries = binaries;
        this.log = log;
        this.prefix = prefix;
    }

    static Programs in(Path home, Path binaries) throws IOException {
        var log = home.resolve("pg_ctl.log");
        if (!System.getProperty("user.name").equals("root")) {
            return new Programs(binaries, log, List.of());
        }
        if (succeeds("unshare", "-U", "true")) {
            return new Programs(binaries, log, List.of("unshare", "-U"));
        }
        if (!succeeds("setpriv", "--version")) {
            throw new DatabaseFailure(
                    "PostgreSQL does not run as root, and neither unshare nor setpriv is usable here."
                            + " Start Huying as an ordinary user.");
        }
        handOver(home);
        return new Programs(
                binaries,
                log,
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
    }

    /// Answers the exit code; what the program said stands in `pg_ctl.log`.
    int run(String program, List<String> options, String... more) throws IOException {
        var command = new ArrayList<>(prefix);
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(options);
        command.addAll(List.of(more));
        var builder =
                new ProcessBuilder(command)
                        .directory(binaries.toFile())
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectOutput(log.toFile());
        var names = builder.environment().keySet();
        names.removeIf(
                name -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANG"));
        return await(builder.start(), program);
    }

    /// A cluster belongs to one user; PostgreSQL's own words about that are hard to understand.
    void refuseForeign(Path cluster) throws IOException {
        var me = System.getProperty("user.name");
        var owner = Files.getOwner(cluster).getName();
        if (!prefix.contains("setpriv") && !owner.equals(me)) {
            throw new DatabaseFailure(
                    "The data in "
                            + cluster
                            + " belongs to the user "
                            + owner
                            + ", this is "
                            + me
                            + ". Run Huying as "
                            + owner
                            + " or choose another folder with --data.");
        }
    }

    String lastWords() throws IOException {
        return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8).strip() : "";
    }

    private static int await(Process process, String program) {
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            throw new DatabaseFailure(program + " did not finish in " + PATIENCE_SECONDS + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseFailure("Interrupted while waiting for " + program, e);
        }
    }

    private static boolean succeeds(String... command) {
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void handOver(Path home) throws IOException {
        for (var parent = home.getParent(); parent != null; parent = parent.getParent()) {
            if (!((int) Files.getAttribute(parent, "unix:mode") % 2 == 1)) {
                throw new DatabaseFailure(
                        "As root here PostgreSQL runs as nobody, who cannot reach "
                                + parent
                                + ". Choose a data folder outside of it, for example --data /var/lib/huying.");
            }
        }
        try (var paths = Files.walk(home)) {
            for (var path : paths.toList()) {
                Files.setAttribute(
                        path, "unix:uid", NOBODY, java.nio.file.LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
