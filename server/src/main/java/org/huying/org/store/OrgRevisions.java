package org.huying.org.store;

import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How often each region has changed.
@Repository
public class OrgRevisions {

    private final JdbcClient jdbc;

    public OrgRevisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void grow(Collection<String> regions) {
        jdbc.sql(
                        """
                        INSERT INTO org.revision (region, revision)
                        SELECT region, 1 FROM unnest(:regions::text[]) AS new (region) ORDER BY region
                        ON CONFLICT (region) DO UPDATE SET revision = revision.revision + 1
                        """)
                .param("regions", regions.stream().distinct().toArray(String[]::new))
                .update();
    }

    /// The revision of one region; 0 when it has never changed.
    public long of(String region) {
        return of(List.of(region)).getOrDefault(region, 0L);
    }

    /// The same, locked until the end of the transaction: what depends on it comes one after another.
    public long locked(String region) {
        return jdbc.sql("SELECT revision FROM org.revision WHERE region = :region FOR UPDATE")
                .param("region", region)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /// Every region that has ever changed.
    public List<String> regions() {
        return jdbc.sql("SELECT region FROM org.revision ORDER BY region")
                .query((row, _) -> row.getString(1))
                .list();
    }

    public Map<String, Long> of(List<String> regions) {
        return jdbc.sql("SELECT region, revision FROM org.revision WHERE region = ANY (:regions)")
                .param("regions", regions.toArray(String[]::new))
                .query((ResultSet rows) -> {
                    var found = new HashMap<String, Long>();
                    while (rows.next()) {
                        found.put(rows.getString(1), rows.getLong(2));
                    }
                    return found;
                });
    }
}
