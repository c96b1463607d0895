package org.huying.gateway.feed;

import java.time.Instant;
import java.util.List;
import org.huying.problem.Language;

/// A feed before it is written down.
///
/// @param title the place and what it is
/// @param home the door that people may go to
/// @param self where the feed itself is found, without its key
/// @param entries newest first
record Feed(String title, String home, String self, Language language, List<Entry> entries) {

    /// When something in it changed last; the beginning of time for an empty one.
    Instant changed() {
        return entries.stream().map(Entry::changed).max(Instant::compareTo).orElse(Instant.EPOCH);
    }
}
