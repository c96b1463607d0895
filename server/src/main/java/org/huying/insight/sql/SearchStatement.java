package org.huying.insight.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Text search, newest first. Every text carries two extra words, which name its slot of a thousand matters and its block
/// of 16 slots, so the index finds "in this slot, with all these pairs" at once. The newest slots are asked one by one,
/// older ones block by block, until the page is full: a word in every second text is found in the first slot, a rare one
/// needs few questions, and both are quick whatever the planner believes about their frequency. The few texts that wait
/// to be indexed are read as they are.
final class SearchStatement {

    private SearchStatement() {}

    static Statement of(String region, List<Cut> cuts, Terms terms, Place after, int limit) {
        var params = params(region, terms, after);
        var visible = Union.anyOf(cuts, params);
        return new Statement(
                """
                WITH newest AS (
                    SELECT max(slot) AS slot, greatest(0, max(slot) / 16 - 1) AS block
                      FROM insight.text_slot WHERE region = :region AND slot <= :slot)
                SELECT %s, t.slot
                  FROM (SELECT n AS top, n AS bottom, '~' || :region || '/' || n AS name
                          FROM newest CROSS JOIN generate_series(newest.block * 16, newest.slot) AS slots (n)
                         UNION ALL
                        SELECT n * 16 + 15, n * 16, '~' || :region || '/b' || n
                          FROM newest CROSS JOIN generate_series(0, newest.block - 1) AS blocks (n)
                         ORDER BY top DESC) s
                 CROSS JOIN LATERAL (
                       SELECT x.id, x.slot
                         FROM (SELECT i.id, i.slot, i.words
                                 FROM insight.matter_text i
                                WHERE i.grams @@ (('''' || s.name || '''')::tsquery && :grams::tsquery)
                                UNION ALL
                               SELECT w.id, w.slot, w.words
                                 FROM insight.matter_text w
                                WHERE w.region = :region AND w.slot BETWEEN s.bottom AND s.top AND w.grams IS NULL) x
                        WHERE x.words LIKE ALL (:patterns::text[])
                          AND (x.slot, x.id) < (:slot, :id)
                        ORDER BY x.slot DESC, x.id DESC) t
                 CROSS JOIN LATERAL (
                       SELECT * FROM insight.matter_row m
                        WHERE m.region = :region AND m.id = t.id AND (%s)
                       OFFSET 0) m
                 ORDER BY s.top DESC, t.slot DESC, t.id DESC
                 LIMIT %d
                """
                        .formatted(Union.COLUMNS, visible, Union.size(limit)),
                params);
    }

    private static Map<String, Object> params(String region, Terms terms, Place after) {
        var params = new HashMap<String, Object>();
        params.put("region", region);
        params.put("grams", terms.query());
        params.put("patterns", terms.patterns());
        params.put("slot", after.slot());
        params.put("id", after.id());
        return params;
    }
}
