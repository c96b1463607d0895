package org.huying.replay;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the columns of a file of records mean (`docs/replay.md`).
///
/// @param source begins the `Idempotency-Key` of every record, and its number in the system it comes from
/// @param place the county, 6 digits
/// @param missing values that say nothing
/// @param labels what the totals are counted by, heading → pattern
/// @param answers rating answer by how the request ended
record ReplayMap(
        String source,
        String place,
        Format format,
        Set<String> missing,
        Pattern id,
        When when,
        Facts facts,
        Field status,
        Units units,
        Map<Fate, String> answers,
        Pace pace,
        Map<String, Pattern> labels,
        Optional<Catalogue> catalogue) {

    record Format(char separator, String encoding) {}

    record When(Pattern from, DateTimeFormatter pattern, ZoneId zone) {}

    /// The fields of the report itself.
    record Facts(
            Field channel,
            Field demand,
            Field title,
            Field text,
            Field place,
            Field item,
            Field area,
            Field outcome) {}

    /// The unit that had it in hand, and what becomes of one that is not registered.
    record Units(Field key, Field name, Field kind, boolean create) {}

    /// How long after the step before each step is taken. Handling goes by its own clock.
    record Pace(
            Duration accept,
            Duration dispatch,
            Duration acknowledge,
            Duration verify,
            Duration rate,
            Duration close) {}

    /// The place's own catalogue: a table that lies beside the records and belongs to a playbook.
    record Catalogue(String playbook, String file) {}
}
