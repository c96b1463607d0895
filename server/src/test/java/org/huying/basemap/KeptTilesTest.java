package org.huying.basemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.huying.tile.Tile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTilesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration KEEP = Duration.ofDays(30);

    @TempDir Path folder;

    @Test
    void holdsNoMoreThanItMayOnTheDisk() throws IOException {
        var kept = new KeptTiles(folder, 40 * 4096L, KEEP, NOW);
        for (int x = 0; x < 200; x++) {
            kept.keep(square(x), new byte[1000]);
        }
        assertThat(files()).isBetween(1L, 40L);
    }

    @Test
    void remembersAnEarlierRunButNothingOldOrUnfinished() throws IOException {
        var kept = new KeptTiles(folder, 1 << 20, KEEP, NOW);
        kept.keep(square(1), new byte[] {1});
        kept.keep(square(2), new byte[] {2});
        var old = folder.resolve(square(2).path());
        Files.setLastModifiedTime(old, FileTime.from(NOW.minus(KEEP).minusSeconds(1)));
        Files.write(old.resolveSibling("tile77.part"), new byte[] {3});
        var again = new KeptTiles(folder, 1 << 20, KEEP, NOW);
        assertThat(again.find(square(1), NOW)).hasValue(new byte[] {1});
        assertThat(again.find(square(2), Instant.EPOCH)).isEmpty();
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void survivesThatItsFilesAreDeleted() throws IOException {
        var kept = new KeptTiles(folder, 1 << 20, KEEP, NOW);
        kept.keep(square(1), new byte[] {1});
        Files.delete(folder.resolve(square(1).path()));
        assertThat(kept.find(square(1), Instant.EPOCH)).isEmpty();
    }

    private static Square square(int x) {
        return new Square(0, new Tile(15, x, 7));
    }

    private long files() throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).count();
        }
    }
}
