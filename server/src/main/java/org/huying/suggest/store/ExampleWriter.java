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

    private static final int REPLACING = 8;

    private record Place(String item, int slot) {}

    private final JdbcClient jdbc;
    private final LearnedRevisions revisions;

    ExampleWriter(JdbcClient jdbc, LearnedRevisions revisions) {
        this.jdbc = jdbc;
        this.revisions = revisions;
    }

    /// These matters have got another item than before, or their first.
    ///
    /// @param before those of them that had one
    void teach(String region, List<MatterSummary> matters, List<UUID> before) {
        if (!before.isEmpty()) {
            forget(region, before);
        }
        var kept = new LinkedHashMap<Place, MatterSummary>();
        for (var matter : matters) {
            if (!matter.item().isEmpty()) {
                kept.put(new Place(matter.item(), slot(matter.id())), matter);
            }
        }
        if (!kept.isEmpty()) {
            revisions.grow(region, LearnedRevisions.TEXTS, keep(region, kept));
        }
    }

    private void forget(String region, List<UUID> matters) {
        jdbc.sql(
                        "DELETE FROM suggest.example WHERE region = :region AND matter = ANY (:matters::uuid[])")
                .param("region", region)
                .param("matters", MemoryWriter.texts(matters, UUID::toString))
                .update();
    }

    /// A free slot is filled; a taken one is taken over by one text in [#REPLACING], so that examples last a while. Answers
    /// how many were kept.
    private int keep(String region, Map<Place, MatterSummary> kept) {
        return jdbc.sql(
                        """
                        INSERT INTO suggest.example AS e (region, item, slot, matter, grams)
                        SELECT :region, item, slot, matter, decode(grams, 'hex')
                          FROM unnest(:items::text[], :slots::smallint[], :matters::uuid[], :grams::text[])
                            AS new (item, slot, matter, grams)
                         ORDER BY item, slot
                        ON CONFLICT (region, item, slot) DO UPDATE
                           SET matter = excluded.matter, grams = excluded.grams
                         WHERE e.matter = excluded.matter
                            OR get_byte(uuid_send(excluded.matter), 15) % :replacing = 0
                        """)
                .param("region", region)
                .param("replacing", REPLACING)
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
