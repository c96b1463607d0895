package org.huying.basemap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.huying.tile.Tile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tiles in files, the least used leaving first when there are too many. The folder may be deleted at any time.
final class KeptTiles {
    private static final Logger LOG = LoggerFactory.getLogger(KeptTiles.class);
    private static final int BLOCK = 4096;
    private static final String PART = ".part";

    private final Path folder;
    private final Cache<Square, Integer> sizes;

    /// @param most bytes on the disk
    /// @param keep how long a tile is good
    KeptTiles(Path folder, long most, Duration keep, Instant now) {
        this.folder = folder;
        this.sizes =
                Caffeine.newBuilder()
                        .maximumWeight(most)
                        .weigher((Square _, Integer size) -> (size + BLOCK - 1) / BLOCK * BLOCK)
                        .evictionListener((square, _, _) -> {
                            if (square != null) {
                                delete(square);
                            }
                        })
                        .executor(Runnable::run)
                        .build();
        if (Files.isDirectory(folder)) {
            remember(now.minus(keep));
        }
    }

    Optional<byte[]> find(Square square, Instant notBefore) {
        if (sizes.getIfPresent(square) == null) {
            return Optional.empty();
        }
        var file = file(square);
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(notBefore)) {
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException _) {
            sizes.invalidate(square);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keep(Square square, byte[] bytes) {
        var file = file(square);
        try {
            Files.createDirectories(file.getParent());
            var part = Files.createTempFile(file.getParent(), "tile", PART);
            Files.write(part, bytes);
            Files.move(
                    part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            sizes.put(square, bytes.length);
        } catch (IOException e) {
            LOG.warn("A tile of the base map could not be kept: {}", e.toString());
        }
    }

    private Path file(Square square) {
        return folder.resolve(square.path());
    }

    private void delete(Square square) {
        try {
            Files.deleteIfExists(file(square));
        } catch (IOException e) {
            LOG.warn("A tile of the base map could not be deleted: {}", e.toString());
        }
    }

    /// What an earlier run has kept; what is too old, or was never finished, goes.
    private void remember(Instant notBefore) {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var square = square(folder.relativize(file));
                if (square.isEmpty()
                        || Files.getLastModifiedTime(file).toInstant().isBefore(notBefore)) {
                    Files.delete(file);
                } else {
                    sizes.put(square.get(), (int) Files.size(file));
                }
            }
        } catch (IOException e) {
            LOG.warn("The kept tiles of the base map cannot be read: {}", e.toString());
        }
    }

    private static Optional<Square> square(Path path) {
        if (path.getNameCount() != 4 || path.toString().endsWith(PART)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Square(
                            number(path, 0),
                            new Tile(number(path, 1), number(path, 2), number(path, 3))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static int number(Path path, int index) {
        return Integer.parseInt(path.getName(index).toString());
    }
}
