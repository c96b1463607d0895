package org.huying.insight.sql;

import java.util.HashMap;
import java.util.List;

/// Text search, newest first. Every text carries one extra word that names its slot of some thousands of matters, so
/// the index finds "in this slot, with all these pairs" at once; slots are asked newest first until the page is full.
/// A word in every second text is as quick as a rare one, whatever the planner believes about its frequency.
final class SearchStatement {

    private SearchStatement() {}

    static Statement of(String region, List<Cut> cuts, Terms terms, Place after, int limit) {
        var params = new HashMap<String, Object>();
        params.put("region", region);
        params.put("grams", terms.query());
        params.put("patterns", terms.patterns());
        params.put("slot", after.slot());
        params.put("id", after.id());
        var visible = Union.anyOf(cuts, params);
        return new Statement(
                """
                SELECT %s, t.slot
                  FROM (SELECT slot FROM insight.text_slot WHERE region = :region AND slot <= :slot) s
                 CROSS JOIN LATERAL (
                       SELECT x.id, x.slot
                         FROM insight.matter_text x
                        WHERE x.grams @@ (('''~' || :region || '/' || s.slot || '''')::tsquery && :grams::tsquery)
                          AND x.words LIKE ALL (:patterns::text[])
                          AND (x.slot < :slot OR x.id < :id)
                        ORDER BY x.id DESC) t
                 CROSS JOIN LATERAL (
                       SELECT * FROM insight.matter_row m
                        WHERE m.region = :region AND m.id = t.id AND (%s)
                       OFFSET 0) m
                 ORDER BY s.slot DESC, t.id DESC
                 LIMIT %d
                """
                        .formatted(Union.COLUMNS, visible, Union.size(limit)),
                params);
    }
}
