package org.huying.playbook;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.calendar.TimeLimit;

/// One minor class of the catalogue, with everything its handling asks for (defaults already merged in).
///
/// @param itemClass the key of the major class it stands under
/// @param solveAt the level word at which it is usually solved (`grid`, `community`, `street` …)
/// @param evidence keys of the photos or papers each step needs, by step (`handle`, `verify`)
/// @param codes codes of the item in other schemes, by scheme (`gbt47678.5-2026`)
/// @param more what only some readers ask for
public record Item(
        String key,
        Text name,
        String itemClass,
        Optional<String> solveAt,
        Map<Stage, TimeLimit> limits,
        Map<String, List<String>> evidence,
        double duplicateMetres,
        Duration duplicateWindow,
        Map<String, String> codes,
        More more) {

    /// An item with the essentials only.
    public Item(
            String key,
            Text name,
            String itemClass,
            Optional<String> solveAt,
            Map<Stage, TimeLimit> limits,
            Map<String, List<String>> evidence,
            double duplicateMetres,
            Duration duplicateWindow,
            Map<String, String> codes) {
        this(
                key,
                name,
                itemClass,
                solveAt,
                limits,
                evidence,
                duplicateMetres,
                duplicateWindow,
                codes,
                More.NOTHING);
    }

    /// Who usually works it, and what only some readers ask for.
    ///
    /// @param lead key of the body that usually leads; `assist` those that help
    /// @param urgent when a request of this kind is urgent
    /// @param forResidents offered in the residents' form; the rest is for staff
    /// @param template an editable sample, not this place's own rule
    /// @param origin where in the playbook it stands, as `file:line`
    /// @param fields what a report of it must carry, by key
    /// @param published what everybody may read of its matters
    public record More(
            Optional<String> lead,
            List<String> assist,
            Optional<Condition> urgent,
            boolean forResidents,
            boolean template,
            Optional<String> source,
            String origin,
            List<String> fields,
            Publication published) {

        public static final More NOTHING =
                new More(
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        false,
                        false,
                        Optional.empty(),
                        "",
                        List.of(),
                        Publication.NOTHING);
    }
}
