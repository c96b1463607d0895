package org.huying.insight.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.matter.MatterSummary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes lines, texts and counters of matters, in the transaction of the caller.
@Component
class RowWriter {

    private record Known(UUID id, int version, Standing standing) {}

    private final JdbcClient jdbc;
    private final AsideWriter asides;
    private final TextWriter texts;
    private final Counters counters;

    RowWriter(JdbcClient jdbc, AsideWriter asides, TextWriter texts, Counters counters) {
        this.jdbc = jdbc;
        this.asides = asides;
        this.texts = texts;
        this.counters = counters;
    }

    /// Brings the lines of these matters, each named once, up to date. Older versions than the stored ones are passed
    /// over. Answers how many lines changed.
    int write(String region, List<MatterSummary> matters) {
        lock(region);
        var known = known(region, matters);
        var newer = new ArrayList<MatterSummary>();
        var fresh = new ArrayList<MatterSummary>();
        var flagged = new ArrayList<MatterSummary>();
        var tally = new Tally();
        for (var matter : matters) {
            var before = known.get(matter.id());
            if (before == null) {
                fresh.add(matter);
            } else if (before.version() >= matter.version()) {
                continue;
            } else {
                tally.remove(before.standing());
            }
            tally.add(Standing.of(matter));
            if (!matter.beside().flags().isEmpty()
                    || (before != null && !before.standing().flags().isEmpty())) {
                flagged.add(matter);
            }
            newer.add(matter);
        }
        if (!newer.isEmpty()) {
            upsert(region, newer);
            asides.write(region, flagged);
            texts.write(region, fresh);
            counters.add(region, tally);
        }
        return newer.size();
    }

    /// One writer of a region at a time: what is read here is what is written over.
    private void lock(String region) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('insight:' || :region, 0))")
                .param("region", region)
                .query((_, _) -> 1)
                .single();
    }

    private Map<UUID, Known> known(String region, List<MatterSummary> matters) {
        var ids = matters.stream().map(matter -> matter.id().toString()).toArray(String[]::new);
        return jdbc
                .sql(
                        """
                        SELECT id, version, %s
                          FROM insight.matter_row
                         WHERE region = :region AND id = ANY (:ids::uuid[])
                        """
                                .formatted(Standing.COLUMNS))
                .param("region", region)
                .param("ids", ids)
                .query((row, _) ->
                        new Known(
                                row.getObject("id", UUID.class),
                                row.getInt("version"),
                                Standing.of(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Known::id, known -> known));
    }

    private void upsert(String region, List<MatterSummary> matters) {
        jdbc.sql(RowColumns.UPSERT)
                .params(RowColumns.arrays(matters))
                .param("region", region)
                .query(Long.class)
                .single();
    }
}
