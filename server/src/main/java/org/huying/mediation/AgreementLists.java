package org.huying.mediation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The list of agreements of a region: each by the wording that counts, the last written first.
@Repository
class AgreementLists {

    /// @param signers the parties and the mediator
    /// @param signed how many of them have signed this wording
    record Entry(
            UUID matter,
            int revision,
            String place,
            LocalDate heldOn,
            String mediators,
            int signers,
            int signed,
            String by,
            Instant at) {}

    /// A place in the list.
    record Place(Instant at, UUID matter) {
        static final Place NEWEST =
                new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
    }

    private final JdbcClient jdbc;

    AgreementLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Entry> before(String region, Place before, int limit) {
        return jdbc.sql(
                        """
                        SELECT r.matter, r.revision, r.place, r.held_on, r.mediators, r.count, r.by_name, r.at,
                               (SELECT count(*) FROM mediation.signature s
                                 WHERE s.region = r.region AND s.matter = r.matter AND s.revision = r.revision) AS signed
                          FROM mediation.revision r
                         WHERE r.region = :region AND (r.at, r.matter) < (:at, :matter)
                           AND NOT EXISTS (SELECT FROM mediation.revision l
                                            WHERE l.region = r.region AND l.matter = r.matter AND l.revision > r.revision)
                         ORDER BY r.at DESC, r.matter DESC LIMIT :limit
                        """)
                .param("region", region)
                .param("at", before.at().atOffset(ZoneOffset.UTC))
                .param("matter", before.matter())
                .param("limit", limit)
                .query((row, _) -> entry(row))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("matter", UUID.class),
                row.getInt("revision"),
                row.getString("place"),
                row.getObject("held_on", LocalDate.class),
                row.getString("mediators"),
                row.getInt("count") + 1,
                row.getInt("signed"),
                row.getString("by_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
