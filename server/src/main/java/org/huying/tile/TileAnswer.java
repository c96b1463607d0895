package org.huying.tile;

import java.time.Duration;
import java.util.zip.CRC32C;
import org.huying.problem.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/// How tiles are asked for and answered over HTTP.
public final class TileAnswer {
    public static final String MVT = "application/vnd.mapbox-vector-tile";
    public static final int SHALLOWEST = 4;
    public static final int DEEPEST = 18;

    private TileAnswer() {}

    /// The tile of these numbers; where there is none, `Problem.NOT_FOUND`.
    public static Tile tile(int z, int x, int y) {
        if (z < SHALLOWEST || z > DEEPEST || x < 0 || y < 0 || x >= (1 << z) || y >= (1 << z)) {
            throw Problem.NOT_FOUND.with("没有这张瓦片", "There is no such tile");
        }
        return new Tile(z, x, y);
    }

    /// For this caller alone, good for so long, and known again by its bytes.
    public static ResponseEntity<byte[]> of(byte[] bytes, Duration fresh) {
        var sum = new CRC32C();
        sum.update(bytes);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(fresh).cachePrivate())
                .varyBy(HttpHeaders.COOKIE, HttpHeaders.AUTHORIZATION)
                .eTag("\"%x-%x\"".formatted(bytes.length, sum.getValue()))
                .body(bytes);
    }
}
