package org.huying.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Where the master keys come from: the configuration, else a file that only its owner may read.
final class VaultKeys {
    static final String FILE = "secret.key";
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final VaultSettings settings;

    VaultKeys(VaultSettings settings) {
        this.settings = settings;
    }

    Path file() {
        return settings.folder().resolve(FILE);
    }

    Optional<KeyRing> read() {
        var key = settings.key();
        if (key != null && !key.isBlank()) {
            return Optional.of(KeyRing.parse(key));
        }
        try {
            return Files.exists(file())
                    ? Optional.of(KeyRing.parse(Files.readString(file())))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file(), e);
        }
    }

    /// Makes a new key and keeps it on the disk before anything is sealed with it.
    KeyRing create() {
        var ring = KeyRing.fresh();
        try {
            Files.createDirectories(settings.folder());
            try (var channel = FileChannel.open(file(), options(), ownerOnly())) {
                var bytes = ByteBuffer.wrap(ring.text().getBytes(StandardCharsets.US_ASCII));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            return ring;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file(), e);
        }
    }

    private static Set<StandardOpenOption> options() {
        return EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix =
                settings.folder().getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }
}
