package org.huying.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.huying.eventlog.Log.Entry;
import org.jspecify.annotations.Nullable;

/// The newest events of the log, read and decoded once for all consumers of this process. What was readable stays as it
/// is and in its place, so a reader who stands within this stretch is served from it; any other asks the log.
final class Recent {
    private static final int KEPT = 4 * Log.BATCH;

    private final BiFunction<Cursor, Integer, List<Entry>> read;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable Cursor start;

    /// @param read the readable events after a place in the log, oldest first, at most so many
    Recent(BiFunction<Cursor, Integer, List<Entry>> read) {
        this.read = read;
    }

    /// The readable events after a place in the log, oldest first, at most `limit`; none when there is none yet.
    synchronized List<Entry> after(Cursor cursor, int limit) {
        int next = place(cursor);
        if (next < 0) {
            return elsewhere(cursor, limit);
        }
        if (next == entries.size()) {
            entries.addAll(read.apply(cursor, Log.BATCH));
        }
        var found = List.copyOf(entries.subList(next, Math.min(next + limit, entries.size())));
        if (entries.size() > KEPT) {
            var gone = entries.subList(0, entries.size() - KEPT);
            start = gone.getLast().cursor();
            gone.clear();
        }
        return found;
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
