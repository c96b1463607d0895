package org.huying.gateway.open311;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huying.vault.Cipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Which matters came in by which account.
@Repository
class StoredRequests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Cipher cipher;

    StoredRequests(JdbcClient jdbc, Cipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /// Once for each matter.
    void add(String region, UUID matter, UUID account, Map<String, List<String>> more, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO gateway.request (region, matter, account, received_at, more)
                        VALUES (:region, :matter, :account, :at, :more)
                        ON CONFLICT (region, matter) DO NOTHING
                        """)
                .param("region", region)
                .param("matter", matter)
                .param("account", account)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("more", more.isEmpty() ? null : cipher.seal(JSON.writeValueAsString(more)))
                .update();
    }

    /// Who brought these matters in; those that came otherwise are missing.
    Map<UUID, UUID> accounts(String region, Collection<UUID> matters) {
        var accounts = new HashMap<UUID, UUID>();
        if (!matters.isEmpty()) {
            jdbc.sql(
                            """
                            SELECT matter, account FROM gateway.request
                             WHERE region = :region AND matter = ANY (:matters::uuid[])
                            """)
                    .param("region", region)
                    .param("matters", matters.stream().map(UUID::toString).toArray(String[]::new))
                    .query(row -> {
                        accounts.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                    });
        }
        return accounts;
    }
}
