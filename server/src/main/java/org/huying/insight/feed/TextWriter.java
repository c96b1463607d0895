package org.huying.insight.feed;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.huying.insight.sql.Words;
import org.huying.matter.MatterSummary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes what is searched, once per matter, into the region's newest slot that has room.
@Component
class TextWriter {

    /// Matters in a slot: enough that few slots cover a region, few enough that one is read in some milliseconds.
    static final int SLOT = 8_192;

    private static final String WRITE =
            """
            WITH f AS (
                INSERT INTO insight.text_slot (region, slot, filled)
                SELECT :region, * FROM unnest(:filledSlots::int[], :filled::int[])
                ON CONFLICT (region, slot) DO UPDATE SET filled = excluded.filled)
            INSERT INTO insight.matter_text (region, id, slot, words, grams)
            SELECT :region, id, slot, words, array_to_tsvector(string_to_array(lexemes, ' '))
              FROM unnest(:ids::uuid[], :slots::int[], :words::text[], :lexemes::text[])
                   AS t(id, slot, words, lexemes)
            ON CONFLICT (region, id) DO NOTHING
            """;

    private record Slot(int slot, int filled) {}

    private final JdbcClient jdbc;

    TextWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(String region, List<MatterSummary> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        var ordered = fresh.stream().sorted(Comparator.comparing(m -> m.id().toString())).toList();
        var at = newest(region);
        var ids = new String[ordered.size()];
        var slots = new Integer[ordered.size()];
        var words = new String[ordered.size()];
        var lexemes = new String[ordered.size()];
        var filled = new TreeMap<Integer, Integer>();
        for (int i = 0; i < ids.length; i++) {
            at = at.filled() < SLOT ? at : new Slot(at.slot() + 1, 0);
            at = new Slot(at.slot(), at.filled() + 1);
            filled.put(at.slot(), at.filled());
            var matter = ordered.get(i);
            ids[i] = matter.id().toString();
            slots[i] = at.slot();
            words[i] = Words.normal(matter.title() + "\n" + matter.text());
            lexemes[i] = Words.lexemes(words[i], region, at.slot());
        }
        jdbc.sql(WRITE)
                .param("region", region)
                .param("filledSlots", filled.keySet().toArray(Integer[]::new))
                .param("filled", filled.values().toArray(Integer[]::new))
                .param("ids", ids)
                .param("slots", slots)
                .param("words", words)
                .param("lexemes", lexemes)
                .update();
    }

    private Slot newest(String region) {
        return jdbc.sql(
                        """
                        SELECT slot, filled FROM insight.text_slot
                         WHERE region = :region
                         ORDER BY slot DESC
                         LIMIT 1
                        """)
                .param("region", region)
                .query((row, _) -> new Slot(row.getInt("slot"), row.getInt("filled")))
                .optional()
                .orElse(new Slot(0, 0));
    }
}
