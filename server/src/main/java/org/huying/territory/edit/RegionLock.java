package org.huying.territory.edit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Changes of one region's territory come one after another.
@Component
class RegionLock {
    private final JdbcClient jdbc;

    RegionLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Waits for its turn and keeps it to the end of the transaction.
    void take(String region) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('territory'), :region::int)")
                .param("region", region)
                .query((_, _) -> true)
                .list();
    }
}
