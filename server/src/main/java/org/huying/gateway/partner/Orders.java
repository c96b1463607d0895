package org.huying.gateway.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.huying.vault.Cipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The orders of partners that became matters.
@Repository
class Orders {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// One order as it stands.
    ///
    /// @param sent when what it says by now was sent
    record Row(
            String partner,
            String number,
            UUID matter,
            String matterNumber,
            int version,
            byte[] digest,
            byte[] said,
            Instant sent,
            Instant received) {}

    private final JdbcClient jdbc;
    private final Cipher cipher;

    Orders(JdbcClient jdbc, Cipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /// Until the end of the transaction nobody else works on what is said of this order.
    void lock(Partner partner, String number) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:what, 0))::text")
                .param("what", "gateway:" + partner.region() + ":" + partner.key() + ":" + number)
                .query(String.class)
                .single();
    }

    Optional<Row> find(Partner partner, String number) {
        return jdbc.sql(
                        """
                        SELECT * FROM gateway.work_order
                         WHERE region = :region AND partner = :partner AND number = :number
                        """)
                .param("region", partner.region())
                .param("partner", partner.key())
                .param("number", number)
                .query((row, _) -> read(row))
                .optional();
    }

    /// @param day the day by which it is reconciled
    void add(Partner partner, Row row, Map<OrderField, String> said, LocalDate day) {
        jdbc.sql(
                        """
                        INSERT INTO gateway.work_order (region, partner, number, matter, matter_no, version, digest, said, day,
                                                        sent_at, received_at)
                        VALUES (:region, :partner, :number, :matter, :matterNumber, 1, :digest, :said, :day, :sent, :received)
                        """)
                .param("region", partner.region())
                .param("partner", partner.key())
                .param("number", row.number())
                .param("matter", row.matter())
                .param("matterNumber", row.matterNumber())
                .param("digest", row.digest())
                .param("said", sealed(said))
                .param("day", day)
                .param("sent", row.sent().atOffset(ZoneOffset.UTC))
                .param("received", row.received().atOffset(ZoneOffset.UTC))
                .update();
    }

    void change(Partner partner, String number, Map<OrderField, String> said, Instant sent) {
        jdbc.sql(
                        """
                        UPDATE gateway.work_order
                           SET version = version + 1, digest = :digest, said = :said, sent_at = :sent
                         WHERE region = :region AND partner = :partner AND number = :number
                        """)
                .param("region", partner.region())
                .param("partner", partner.key())
                .param("number", number)
                .param("digest", Change.digest(said))
                .param("said", sealed(said))
                .param("sent", sent.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The orders of these matters; a matter has one for each partner at most.
    Map<UUID, List<Row>> ofMatters(String region, Collection<UUID> matters) {
        var found = new HashMap<UUID, List<Row>>();
        if (!matters.isEmpty()) {
            jdbc.sql(
                            """
                            SELECT * FROM gateway.work_order
                             WHERE region = :region AND matter = ANY (:matters::uuid[])
                            """)
                    .param("region", region)
                    .param("matters", matters.stream().map(UUID::toString).toArray(String[]::new))
                    .query((row, _) -> read(row))
                    .list()
                    .forEach(it ->
                            found.computeIfAbsent(it.matter(), _ -> new java.util.ArrayList<>())
                                    .add(it));
        }
        return found;
    }

    /// The numbers of a day, in order, after this one.
    List<String> ofDay(Partner partner, LocalDate day, String after, int limit) {
        return jdbc.sql(
                        """
                        SELECT number FROM gateway.work_order
                         WHERE region = :region AND partner = :partner AND day = :day AND number > :after
                         ORDER BY number LIMIT :limit
                        """)
                .param("region", partner.region())
                .param("partner", partner.key())
                .param("day", day)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// Those of these numbers that are here.
    List<String> known(Partner partner, Collection<String> numbers) {
        return jdbc.sql(
                        """
                        SELECT number FROM gateway.work_order
                         WHERE region = :region AND partner = :partner AND number = ANY (:numbers)
                        """)
                .param("region", partner.region())
                .param("partner", partner.key())
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }

    Map<OrderField, String> said(Row row) {
        var said = new EnumMap<OrderField, String>(OrderField.class);
        JSON.readTree(cipher.open(row.said()))
                .properties()
                .forEach(it ->
                        OrderField.of(it.getKey())
                                .ifPresent(field -> said.put(field, it.getValue().asString(""))));
        return said;
    }

    private byte[] sealed(Map<OrderField, String> said) {
        var document = new TreeMap<String, String>();
        said.forEach((field, text) -> document.put(field.key(), text));
        return cipher.seal(JSON.writeValueAsString(document));
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getString("partner"),
                row.getString("number"),
                row.getObject("matter", UUID.class),
                row.getString("matter_no"),
                row.getInt("version"),
                row.getBytes("digest"),
                row.getBytes("said"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }
}
