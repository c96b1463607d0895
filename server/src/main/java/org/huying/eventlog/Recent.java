package org.huying.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import org.huying.eventlog.Log.Entry;
import org.jspecify.annotations.Nullable;

/// The newest events of the log, read and decoded once for all consumers of this process. What was readable stays as it
/// is and in its place, so a reader who stands within this stretch is served from it; any other asks the log.
final class Recent {
    private static final int KEPT = 4 * Log.BATCH;

    /// For so long nobody asks again whether there is more.
    private static final long FRESH_NANOS = 20_000_000;

    private final BiFunction<Cursor, Integer, List<Entry>> read;
    private final LongSupplier nanos;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable Cursor start;
    private long asked;

    /// @param read the readable events after a place in the log, oldest first, at most so many
    /// @param nanos a clock that never goes back
    Recent(BiFunction<Cursor, Integer, List<Entry>> read, LongSupplier nanos) {
        this.read = read;
        this.nanos = nanos;
        this.asked = nanos.getAsLong() - FRESH_NANOS;
    }

    /// The same as far as it is known without asking the log; empty when the log must be asked.
    synchronized Optional<List<Entry>> atHand(Cursor cursor, int limit) {
        int next = place(cursor);
        boolean end = next == entries.size() && nanos.getAsLong() - asked >= FRESH_NANOS;
        return next < 0 || end ? Optional.empty() : Optional.of(found(next, limit));
    }

    /// The readable events after a place in the log, oldest first, at most `limit`; none when there is none yet.
    synchronized List<Entry> after(Cursor cursor, int limit) {
        int next = place(cursor);
        if (next < 0) {
            return elsewhere(cursor, limit);
        }
        if (next == entries.size()) {
            entries.addAll(read.apply(cursor, Log.BATCH));
            asked = nanos.getAsLong();
        }
        var found = found(next, limit);
        if (entries.size() > KEPT) {
            var gone = entries.subList(0, entries.size() - KEPT);
            start = gone.getLast().cursor();
            gone.clear();
        }
        return found;
    }

    private List<Entry> found(int next, int limit) {
        return List.copyOf(entries.subList(next, Math.min(next + limit, entries.size())));
    }

    /// Index of the first event after the cursor, or -1 where the stretch does not say.
    private int place(Cursor cursor) {
        for (int i = entries.size(); i > 0; i--) {
            if (entries.get(i - 1).cursor().equals(cursor)) {
                return i;
            }
        }
        return cursor.equals(start) ? 0 : -1;
    }

    /// The stretch moves to whoever has come furthest; one who catches up reads alone.
    private List<Entry> elsewhere(Cursor cursor, int limit) {
        var found = read.apply(cursor, limit);
        if (found.isEmpty() && entries.isEmpty()) {
            start = cursor;
            asked = nanos.getAsLong();
        }
        if (!found.isEmpty()
                && (entries.isEmpty()
                        || found.getLast()
                                .cursor()
                                .isOfLaterTransaction(entries.getLast().cursor()))) {
            entries.clear();
            entries.addAll(found);
            start = cursor;
        }
        return found;
    }
}
