package org.huying.insight.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Text search, newest first. Every text carries extra words, which name the segments it lies in: its slot of some hundred
/// matters, and that slot's group of 4, of 16, and so on. So the index finds "in this segment, with all these pairs" at
/// once. Segments are asked until the page is full, and the older they are the larger: a word in every second text is
/// found in the first slot, a rare one needs some twenty questions among a million matters, and both are quick whatever
/// the planner believes about their frequency. The few texts that wait to be indexed are read as they are.
final class SearchStatement {

    private SearchStatement() {}

    static Statement of(String region, List<Cut> cuts, Terms terms, Place after, int limit) {
        var params = params(region, terms, after);
        var visible = Union.anyOf(cuts, params);
        return new Statement(
                """
                WITH newest AS (
                    SELECT max(slot) AS slot FROM insight.text_slot WHERE region = :region AND slot <= :slot)
                SELECT %1$s, t.slot
                  FROM (SELECT ((n + 1) << 2 * level) - 1 AS top, n << 2 * level AS bottom,
                               '~' || :region || '/' || level || '.' || n AS name
                          FROM newest
                         CROSS JOIN generate_series(0, %2$d) AS levels (level)
                         CROSS JOIN generate_series(
                               CASE WHEN level < %2$d THEN slot >> 2 * (level + 1) << 2 ELSE 0 END,
                               (slot >> 2 * level) - CASE WHEN level > 0 THEN 1 ELSE 0 END) AS segments (n)
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
                        WHERE m.region = :region AND m.id = t.id AND (%3$s)
                       OFFSET 0) m
                 ORDER BY s.top DESC, t.slot DESC, t.id DESC
                 LIMIT %4$d
                """
                        .formatted(Union.COLUMNS, Words.LEVELS - 1, visible, Union.size(limit)),
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
