package org.huying.gateway.channel;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.huying.database.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps what would have been sent, where nothing is really sent.
@Repository
class Sandbox {

    private static final int LONGEST = 4_000;

    /// @param address as it may be shown
    record Kept(UUID id, String address, String title, String body, Instant created) {}

    private final JdbcClient jdbc;

    Sandbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The words only: what goes with them holds secrets.
    void keep(Channel channel, String address, Layout.Said said, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO gateway.sandbox (region, id, channel, address, title, body, created_at)
                        VALUES (:region, :id, :channel, :address, :title, :body, :at)
                        """)
                .param("region", channel.region())
                .param("id", Ids.next())
                .param("channel", channel.key())
                .param("address", Address.masked(address))
                .param("title", said.title())
                .param("body", said.text().substring(0, Math.min(LONGEST, said.text().length())))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Newest first, before this one.
    List<Kept> page(String region, String channel, UUID before, int limit) {
        return jdbc.sql(
                        """
                        SELECT id, address, title, body, created_at FROM gateway.sandbox
                         WHERE region = :region AND channel = :channel AND id < :before
                         ORDER BY id DESC LIMIT :limit
                        """)
                .param("region", region)
                .param("channel", channel)
                .param("before", before)
                .param("limit", limit)
                .query((row, _) ->
                        new Kept(
                                row.getObject("id", UUID.class),
                                row.getString("address"),
                                row.getString("title"),
                                row.getString("body"),
                                row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void forget(Instant before) {
        jdbc.sql("DELETE FROM gateway.sandbox WHERE created_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
