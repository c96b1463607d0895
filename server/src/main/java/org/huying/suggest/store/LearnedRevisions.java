package org.huying.suggest.store;

import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// When the models of a region are due. Building one costs the more the more is known, so it is due when a share of that
/// has changed: at once while little is known, seldom when much is.
@Repository
public class LearnedRevisions {

    static final String UNITS = "units";
    static final String TEXTS = "texts";

    private static final Map<String, Integer> SHARE = Map.of(UNITS, 200, TEXTS, 20);

    private final JdbcClient jdbc;

    LearnedRevisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// So many rows have changed.
    void grow(String region, String kind, int changed) {
        jdbc.sql(
                        """
                        INSERT INTO suggest.revision AS r (region, kind, revision, known, pending)
                        VALUES (:region, :kind, 1, :changed, 0)
                        ON CONFLICT (region, kind) DO UPDATE
                           SET known = r.known + :changed,
                               revision = r.revision
                                   + CASE WHEN r.pending + :changed > r.known / :share THEN 1 ELSE 0 END,
                               pending = CASE WHEN r.pending + :changed > r.known / :share THEN 0
                                              ELSE r.pending + :changed END
                        """)
                .param("region", region)
                .param("kind", kind)
                .param("changed", changed)
                .param("share", SHARE.getOrDefault(kind, 1))
                .update();
    }

    Map<String, Long> of(List<String> regions, String kind) {
        return jdbc.sql(
                        "SELECT region, revision FROM suggest.revision WHERE region = ANY (:regions) AND kind = :kind")
                .param("regions", regions.toArray(String[]::new))
                .param("kind", kind)
                .query((ResultSet rows) -> {
                    var found = new HashMap<String, Long>();
                    while (rows.next()) {
                        found.put(rows.getString(1), rows.getLong(2));
                    }
                    return found;
                });
    }
}
