package org.huying.gateway.webhook;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.TerritoryCode;
import org.huying.vault.Cipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/// The stored subscriptions.
@Repository
class Subscriptions {

    static final int MOST = 100;

    private static final String COLUMNS =
            "id, version, name, url, events, area, paused, failures, created_at";

    private final JdbcClient jdbc;
    private final Cipher cipher;
    private final TransactionTemplate transaction;

    Subscriptions(JdbcClient jdbc, Cipher cipher, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.transaction = transaction;
    }

    /// False when the county has as many as it may.
    boolean add(String region, Subscription fresh, String secret, UUID by) {
        return jdbc.sql(
                                """
                                INSERT INTO gateway.subscription (region, id, version, name, url, secret, events, area, failures,
                                                                  created_at, created_by)
                                SELECT :region, :id, 1, :name, :url, :secret, :events, :area, 0, :at, :by
                                 WHERE (SELECT count(*) FROM gateway.subscription WHERE region = :region) < :most
                                """)
                        .param("region", region)
                        .param("id", fresh.id())
                        .param("name", fresh.name())
                        .param("url", fresh.url())
                        .param("secret", cipher.seal(secret))
                        .param("events", fresh.events().toArray(String[]::new))
                        .param("area", fresh.area().value())
                        .param("at", fresh.createdAt().atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("most", MOST)
                        .update()
                == 1;
    }

    List<Subscription> all(String region) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM gateway.subscription WHERE region = :region ORDER BY id")
                .param("region", region)
                .query((row, _) -> read(row))
                .list();
    }

    Optional<Subscription> find(String region, UUID id) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM gateway.subscription WHERE region = :region AND id = :id")
                .param("region", region)
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    /// Stops it; what waits keeps waiting.
    void pause(String region, UUID id, String why) {
        transaction.executeWithoutResult(_ -> {
            change(
                    """
                    UPDATE gateway.subscription SET paused = :why, version = version + 1
                     WHERE region = :region AND id = :id AND paused IS NULL
                    """,
                    region,
                    id,
                    why);
            change(
                    """
                    UPDATE gateway.delivery SET next_at = 'infinity'
                     WHERE region = :region AND subscription = :id AND state = 'waiting'
                    """,
                    region,
                    id,
                    why);
        });
    }

    /// Starts it again; everything that waits is due at once.
    void resume(String region, UUID id) {
        transaction.executeWithoutResult(_ -> {
            change(
                    """
                    UPDATE gateway.subscription SET paused = NULL, failures = 0, version = version + 1
                     WHERE region = :region AND id = :id
                    """,
                    region,
                    id,
                    "");
            change(
                    """
                    UPDATE gateway.delivery SET next_at = now()
                     WHERE region = :region AND subscription = :id AND state = 'waiting'
                    """,
                    region,
                    id,
                    "");
        });
    }

    boolean end(String region, UUID id) {
        return jdbc.sql("DELETE FROM gateway.subscription WHERE region = :region AND id = :id")
                        .param("region", region)
                        .param("id", id)
                        .update()
                == 1;
    }

    /// Counts one more failure, or none any more; answers how many there are now.
    int counted(String region, UUID id, boolean failed) {
        return jdbc.sql(
                        """
                        UPDATE gateway.subscription SET failures = CASE WHEN :failed THEN failures + 1 ELSE 0 END
                         WHERE region = :region AND id = :id RETURNING failures
                        """)
                .param("region", region)
                .param("id", id)
                .param("failed", failed)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private void change(String sql, String region, UUID id, String why) {
        jdbc.sql(sql).param("region", region).param("id", id).param("why", why).update();
    }

    private static Subscription read(ResultSet row) throws SQLException {
        Array events = row.getArray("events");
        return new Subscription(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("name"),
                row.getString("url"),
                Arrays.stream((Object[]) events.getArray()).map(String::valueOf).toList(),
                TerritoryCode.of(row.getString("area")),
                Optional.ofNullable(row.getString("paused")),
                row.getInt("failures"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
