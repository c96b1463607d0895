package org.huying.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.huying.territory.geo.OutlineIndex;

/// Which of 100 000 grids holds a point: the index in memory, and a spatial query where PostGIS is installed.
final class LocateBench {
    private static final int SIDE = 317;
    private static final int POINTS = 1 << 20;
    private static final int ROUNDS = 9;
    private static final int WARM = 4;
    private static final int DAY = 20_000;

    private final Talk talk;
    private final double[] lon = new double[POINTS];
    private final double[] lat = new double[POINTS];

    LocateBench(Talk talk) {
        this.talk = talk;
        var random = new SplittableRandom(11);
        for (int i = 0; i < POINTS; i++) {
            lon[i] = Mosaic.WEST + random.nextDouble() * Mosaic.EXTENT;
            lat[i] = Mosaic.SOUTH + random.nextDouble() * Mosaic.EXTENT;
        }
    }

    Figures run() {
        var mosaic = new Mosaic(SIDE);
        var outlines = mosaic.outlines();
        talk.say("building the index of %,d polygons", outlines.size());
        long begin = System.nanoTime();
        var index = OutlineIndex.of(outlines);
        double built = (System.nanoTime() - begin) / 1e6;
        var nanos = new double[ROUNDS];
        long found = 0;
        for (int round = -WARM; round < ROUNDS; round++) {
            long from = System.nanoTime();
            found = lookups(index);
            if (round >= 0) {
                nanos[round] = (System.nanoTime() - from) / (double) POINTS;
            }
        }
        Arrays.sort(nanos);
        return new Figures()
                .with("bench", "locate")
                .with("polygons", outlines.size())
                .with("vertices", mosaic.ring(0, 0).length / 2)
                .with("lookups", (long) POINTS * ROUNDS)
                .with("found_share", found / (double) POINTS)
                .with("build_ms", built)
                .with("ns_per_lookup", nanos[ROUNDS / 2])
                .with("ns_per_lookup_best", nanos[0])
                .with(new SpatialQuery(talk).measure(mosaic, SIDE, lon, lat));
    }

    private long lookups(OutlineIndex index) {
        long found = 0;
        for (int i = 0; i < POINTS; i++) {
            if (index.locate(lon[i], lat[i], DAY) != OutlineIndex.NONE) {
                found++;
            }
        }
        return found;
    }
}
