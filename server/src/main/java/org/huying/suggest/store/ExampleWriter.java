package org.huying.suggest.store;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huying.matter.MatterSummary;
import org.huying.suggest.text.Grams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps some texts of each item to learn from.
@Component
class ExampleWriter {

    /// So many texts of one item; which of them a new one replaces is left to its number.
    static final int SLOTS = 16;

    private record Place(String item, int slot) {}

    private final JdbcClient jdbc;
    private final LearnedRevisions revisions;

    ExampleWriter(JdbcClient jdbc, LearnedRevisions revisions) {
        this.jdbc = jdbc;
        this.revisions = revisions;
    }

    /// These matters have got another item than before, or their first.
    void teach(String region, List<MatterSummary> matters) {
        if (matters.isEmpty()) {
            return;
        }
        forget(region, matters);
        var kept = new LinkedHashMap<Place, MatterSummary>();
        for (var matter : matters) {
            if (!matter.item().isEmpty()) {
                kept.put(new Place(matter.item(), slot(matter.id())), matter);
            }
        }
        if (!kept.isEmpty()) {
            keep(region, kept);
            revisions.grow(region, LearnedRevisions.TEXTS, kept.size());
        }
    }

    private void forget(String region, List<MatterSummary> matters) {
        jdbc.sql(
                        "DELETE FROM suggest.example WHERE region = :region AND matter = ANY (:matters::uuid[])")
                .param("region", region)
                .param("matters", MemoryWriter.texts(matters, it -> it.id().toString()))
                .update();
    }

    private void keep(String region, Map<Place, MatterSummary> kept) {
        jdbc.sql(
                        """
                        INSERT INTO suggest.example (region, item, slot, matter, grams)
                        SELECT :region, item, slot, matter, decode(grams, 'hex')
                          FROM unnest(:items::text[], :slots::smallint[], :matters::uuid[], :grams::text[])
                            AS new (item, slot, matter, grams)
                         ORDER BY item, slot
                        ON CONFLICT (region, item, slot) DO UPDATE
                           SET matter = excluded.matter, grams = excluded.grams
                        """)
                .param("region", region)
                .param("items", MemoryWriter.texts(kept.keySet(), Place::item))
                .param(
                        "slots",
                        MemoryWriter.texts(kept.keySet(), it -> Integer.toString(it.slot())))
                .param("matters", MemoryWriter.texts(kept.values(), it -> it.id().toString()))
                .param("grams", MemoryWriter.texts(kept.values(), ExampleWriter::grams))
                .update();
    }

    private static String grams(MatterSummary matter) {
        return HexFormat.of().formatHex(GramBytes.of(Grams.of(matter.title(), matter.text())));
    }

    private static int slot(UUID matter) {
        return Math.floorMod(matter.hashCode(), SLOTS);
    }
}
