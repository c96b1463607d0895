package org.huying.gateway.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huying.vault.Cipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Messages of partners, once for each id of theirs.
@Repository
class Inbounds {

    static final String WAITING = "waiting";
    static final String TAKEN = "taken";
    static final String REFUSED = "refused";

    /// @param outcome what it came to, as it was answered
    record Row(
            String id,
            String number,
            String kind,
            byte[] digest,
            byte[] body,
            String state,
            String outcome,
            Instant sent,
            Instant received) {}

    private final JdbcClient jdbc;
    private final Cipher cipher;

    Inbounds(JdbcClient jdbc, Cipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    Optional<Row> find(Partner partner, String id) {
        return jdbc.sql(
                        """
                        SELECT * FROM gateway.inbound WHERE region = :region AND partner = :partner AND id = :id
                        """)
                .param("region", partner.region())
                .param("partner", partner.key())
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    void add(Partner partner, Row row) {
        jdbc.sql(
                        """
                        INSERT INTO gateway.inbound (region, partner, id, number, kind, digest, body, state, outcome, sent_at,
                                                     received_at)
                        VALUES (:region, :partner, :id, :number, :kind, :digest, :body, :state, :outcome, :sent, :received)
                        """)
                .param("region", partner.region())
                .param("partner", partner.key())
                .param("id", row.id())
                .param("number", row.number())
                .param("kind", row.kind())
                .param("digest", row.digest())
                .param("body", row.body())
                .param("state", row.state())
                .param("outcome", row.outcome())
                .param("sent", row.sent().atOffset(ZoneOffset.UTC))
                .param("received", row.received().atOffset(ZoneOffset.UTC))
                .update();
    }

    byte[] sealed(String body) {
        return cipher.seal(body);
    }

    String body(Row row) {
        return cipher.open(row.body());
    }

    /// Those that wait for this order, in the order they were sent.
    List<Row> waiting(Partner partner, String number) {
        return jdbc.sql(
                        """
                        SELECT * FROM gateway.inbound
                         WHERE region = :region AND partner = :partner AND number = :number AND state = 'waiting'
                         ORDER BY sent_at, received_at, id
                        """)
                .param("region", partner.region())
                .param("partner", partner.key())
                .param("number", number)
                .query((row, _) -> read(row))
                .list();
    }

    /// Numbers of orders that messages wait for, in order, after this one.
    List<String> awaited(Partner partner, String after, int limit) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT number FROM gateway.inbound
                         WHERE region = :region AND partner = :partner AND state = 'waiting' AND number > :after
                         ORDER BY number LIMIT :limit
                        """)
                .param("region", partner.region())
                .param("partner", partner.key())
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> row.getString(1))
                .list();
    }

    void ended(Partner partner, String id, String state, String outcome) {
        jdbc.sql(
                        """
                        UPDATE gateway.inbound SET state = :state, outcome = :outcome
                         WHERE region = :region AND partner = :partner AND id = :id AND state = 'waiting'
                        """)
                .param("region", partner.region())
                .param("partner", partner.key())
                .param("id", id)
                .param("state", state)
                .param("outcome", outcome)
                .update();
    }

    /// What was taken before that time is not told apart from news any more.
    void forget(Instant before) {
        jdbc.sql("DELETE FROM gateway.inbound WHERE received_at < :before AND state <> 'waiting'")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getString("number"),
                row.getString("kind"),
                row.getBytes("digest"),
                row.getBytes("body"),
                row.getString("state"),
                Optional.ofNullable(row.getString("outcome")).orElse(""),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }
}
