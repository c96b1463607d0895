package org.huying.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Sums of a whole county that may be shown to everybody: no single matter's words, no person.
public interface Pulses {

    /// Counts of a span of days and of now.
    ///
    /// @param days counts by day and name, as in the counters
    record Sums(Map<LocalDate, Map<String, Long>> days, long open, long overdue) {}

    /// A matter that came in lately: what it is about and how far it is.
    ///
    /// @param street the street's code, or a shorter one where no more is known
    record Recent(String item, String street, String state, boolean late, Instant reportedAt) {}

    /// Both days are included.
    Sums sums(String region, LocalDate from, LocalDate to);

    /// The newest first; `most` at most.
    List<Recent> latest(String region, int most);
}
