package org.huying.bench;

/// Durations in nanoseconds in log-linear buckets: 64 to each power of two, so a value read back is off by at most 1.6 %.
/// Not safe for several threads; merge theirs.
final class Histogram {
    private static final int BITS = 6;
    private static final int SUB = 1 << BITS;

    private final long[] counts = new long[SUB * (Long.SIZE - BITS)];
    private long total;

    void record(long nanos) {
        counts[bucket(Math.max(0, nanos))]++;
        total++;
    }

    void add(Histogram other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        total += other.total;
    }

    long count() {
        return total;
    }

    /// The duration that `share` (0 to 1) of all stayed at or below, in milliseconds; 0 of nothing.
    double millis(double share) {
        long wanted = Math.max(1, (long) Math.ceil(total * share));
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted) {
                return upper(i) / 1e6;
            }
        }
        return 0;
    }

    private static int bucket(long value) {
        if (value < SUB) {
            return (int) value;
        }
        int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(value) - BITS;
        return ((shift + 1) << BITS) + (int) ((value >>> shift) - SUB);
    }

    private static double upper(int bucket) {
        int shift = (bucket >> BITS) - 1;
        if (shift < 0) {
            return bucket;
        }
        return (double) ((((long) (bucket & (SUB - 1)) + SUB + 1) << shift) - 1);
    }
}
