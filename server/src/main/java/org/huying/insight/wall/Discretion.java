package org.huying.insight.wall;

import java.util.Map;
import java.util.TreeMap;
import org.huying.insight.wall.Wall.Mean;
import org.huying.insight.wall.Wall.Share;
import org.jspecify.annotations.Nullable;

/// Which counts are told. Pure.
///
/// @param small whether those under five are
record Discretion(boolean small) {

    static final int FEW = 5;

    /// Absent where it is not told; nothing at all is told always.
    @Nullable Long count(long count) {
        return small || count == 0 || count >= FEW ? (Long) count : null;
    }

    Map<String, @Nullable Long> counts(Map<String, Long> counts) {
        var told = new TreeMap<String, @Nullable Long>();
        counts.forEach((name, count) -> told.put(name, count(count)));
        return told;
    }

    /// Of too few, neither share nor rate.
    Share share(long count, long of) {
        if (count(of) == null) {
            return new Share(null, null, null);
        }
        return new Share(count, of, of == 0 ? null : (Double) ((double) count / of));
    }

    Mean mean(double sum, long of) {
        if (count(of) == null) {
            return new Mean(null, null);
        }
        return new Mean(of, of == 0 ? null : (Double) (sum / of));
    }
}
