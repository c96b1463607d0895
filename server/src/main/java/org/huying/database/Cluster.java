package org.huying.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder `db` of a data folder and the programs that make, start and stop its server.
final class Cluster {
    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final Duration START_PATIENCE = Duration.ofSeconds(10);
    private static final int PASSWORD_BYTES = 24;

    private final Path folder;
    private final Path log;
    private final Path password;
    private final Programs programs;

    Cluster(Path home, Programs programs) {
        this.folder = home.resolve("db");
        this.log = home.resolve("postgres.log");
        this.password = home.resolve("password");
        this.programs = programs;
    }

    Path folder() {
        return folder;
    }

    /// Made on first use, atomically; refuses what another user or another major version made.
    void ensure() throws IOException {
        if (!Files.exists(folder.resolve("PG_VERSION"))) {
            create();
        }
        programs.refuseForeign(folder);
        var major = Files.readString(folder.resolve("PG_VERSION")).strip();
        if (!major.equals(Settings.MAJOR)) {
            throw new DatabaseFailure(
                    """
                    The data in %s was made by PostgreSQL %s, this Huying has %s.
                    Make a backup with the Huying that made it, and restore that here.\
                    """
                            .formatted(folder, major, Settings.MAJOR));
        }
    }

    private void create() throws IOException {
        var part = folder.resolveSibling("db.part");
        Binaries.deleteTree(part);
        var ctype = System.getProperty("os.name").startsWith("Mac") ? "UTF-8" : "C.UTF-8";
        var options =
                ("-U %s -A scram-sha-256 -E UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8"
                                + " --lc-collate=C --lc-ctype=%s --lc-messages=C --data-checksums")
                        .formatted(EmbeddedPostgres.ADMIN, ctype);
        if (programs.run(
                        "initdb",
                        List.of(options.split(" ")),
                        "-D",
                        part.toString(),
                        "--pwfile=" + password)
                != 0) {
            throw new DatabaseFailure("initdb failed: " + programs.lastWords());
        }
        Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Stops the server that an earlier, killed process left behind. It is stopped rather than adopted: that costs a
    /// tenth of a second and makes sure of our settings.
    void stopOrphan() throws IOException {
        var orphan = Postmaster.of(folder);
        if (orphan.isEmpty()) {
            return;
        }
        if (!orphan.get().serves(folder)) {
            Files.deleteIfExists(folder.resolve("postmaster.pid"));
            return;
        }
        LOG.info("A PostgreSQL of an earlier run still serves {}; stopping it", folder);
        if (stop("fast") != 0 && stop("immediate") != 0 && orphan.get().serves(folder)) {
            throw new DatabaseFailure(
                    "Cannot stop the PostgreSQL (process %d) that still runs in %s: %s"
                            .formatted(orphan.get().pid(), folder, programs.lastWords()));
        }
    }

    /// Right after a kill the old server's shared memory may linger, so a failed start is tried again for a while.
    void start(int port) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + START_PATIENCE.toNanos();
        var options = List.of("-w", "-t", "300", "-D", folder.toString(), "-l", log.toString());
        while (programs.run("pg_ctl", options, "-o", Settings.commandLine(port), "start") != 0) {
            if (System.nanoTime() > deadline) {
                throw new DatabaseFailure(
                        "PostgreSQL does not start: " + programs.lastWords() + ". See " + log);
            }
            Thread.sleep(100);
        }
    }

    /// Answers pg_ctl's exit code.
    int stop(String mode) throws IOException {
        return programs.run(
                "pg_ctl", List.of("-w", "-t", "60", "-D", folder.toString()), "-m", mode, "stop");
    }

    boolean serves() throws IOException {
        return Postmaster.of(folder).filter(found -> found.serves(folder)).isPresent();
    }

    void forgetDead() throws IOException {
        Files.deleteIfExists(folder.resolve("postmaster.pid"));
    }

    String lastWords() throws IOException {
        return programs.lastWords();
    }

    /// Of both roles; made on first use, readable by the owner only.
    static String password(Path home) throws IOException {
        var file = home.resolve("password");
        if (!Files.exists(file)) {
            var bytes = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(bytes);
            var owner =
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"));
            var part = Files.createTempFile(home, "password", ".part", owner);
            Files.writeString(part, HexFormat.of().formatHex(bytes) + "\n");
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }
}
