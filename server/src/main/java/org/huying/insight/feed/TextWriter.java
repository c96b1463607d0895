package org.huying.insight.feed;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.huying.insight.sql.Words;
import org.huying.matter.MatterSummary;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes what is searched, once per matter, into the region's newest slot that has room. Texts that come singly wait
/// without their pairs and are indexed together once there are [#PACK] of them.
@Component
class TextWriter {

    /// Matters in a slot: few enough that all of one are read in a fraction of a millisecond.
    static final int SLOT = 256;

    /// Texts that are indexed together: enough that most pairs occur several times, few enough to be read one by one.
    static final int PACK = 1_024;

    private static final int MOST = 8 * PACK;

    private record Slot(int slot, int filled) {}

    private record Waiting(UUID id, int slot, String words) {}

    private final JdbcClient jdbc;

    TextWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(String region, List<MatterSummary> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        boolean many = fresh.size() >= PACK;
        insert(region, fresh, many);
        if (many) {
            index();
        } else {
            pack(region);
        }
    }

    private void insert(String region, List<MatterSummary> fresh, boolean indexed) {
        var ordered = fresh.stream().sorted(Comparator.comparing(m -> m.id().toString())).toList();
        var at = newest(region);
        var ids = new String[ordered.size()];
        var slots = new Integer[ordered.size()];
        var words = new String[ordered.size()];
        var lexemes = new @Nullable String[ordered.size()];
        var filled = new TreeMap<Integer, Integer>();
        for (int i = 0; i < ids.length; i++) {
            at = at.filled() < SLOT ? at : new Slot(at.slot() + 1, 0);
            at = new Slot(at.slot(), at.filled() + 1);
            filled.put(at.slot(), at.filled());
            var matter = ordered.get(i);
            ids[i] = matter.id().toString();
            slots[i] = at.slot();
            words[i] = Words.normal(matter.title() + "\n" + matter.text());
            lexemes[i] = indexed ? Words.lexemes(words[i], region, at.slot()) : null;
        }
        jdbc.sql(
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
                        """)
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

    /// Indexes the waiting texts if there are enough of them.
    private void pack(String region) {
        long waiting =
                jdbc.sql(
                                """
                                SELECT count(*) FROM insight.matter_text WHERE region = :region AND grams IS NULL
                                """)
                        .param("region", region)
                        .query(Long.class)
                        .single();
        if (waiting < PACK) {
            return;
        }
        var texts = waiting(region);
        jdbc.sql(
                        """
                        UPDATE insight.matter_text t
                           SET grams = array_to_tsvector(string_to_array(p.lexemes, ' '))
                          FROM unnest(:ids::uuid[], :lexemes::text[]) AS p(id, lexemes)
                         WHERE t.region = :region AND t.id = p.id
                        """)
                .param("region", region)
                .param(
                        "ids",
                        texts.stream().map(text -> text.id().toString()).toArray(String[]::new))
                .param(
                        "lexemes",
                        texts.stream()
                                .map(text -> Words.lexemes(text.words(), region, text.slot()))
                                .toArray(String[]::new))
                .update();
        index();
    }

    private List<Waiting> waiting(String region) {
        return jdbc.sql(
                        """
                        SELECT id, slot, words FROM insight.matter_text
                         WHERE region = :region AND grams IS NULL
                         ORDER BY slot, id LIMIT :most
                        """)
                .param("region", region)
                .param("most", MOST)
                .query((row, _) ->
                        new Waiting(
                                row.getObject("id", UUID.class),
                                row.getInt("slot"),
                                row.getString("words")))
                .list();
    }

    /// Moves what the index took down in haste to its place, pair by pair. Nothing while a rebuild has dropped the index.
    private void index() {
        jdbc.sql("SELECT gin_clean_pending_list(to_regclass('insight.matter_text_grams'))")
                .query((_, _) -> 1)
                .list();
    }
}
