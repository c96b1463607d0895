package org.huying.mediation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.mediation.Agreement.By;
import org.huying.mediation.Agreement.Said;
import org.huying.mediation.Agreement.Signature;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The stored wordings and signatures.
@Repository
class Agreements {

    private final JdbcClient jdbc;

    Agreements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The wording that counts: the latest.
    Optional<Agreement> latest(String region, UUID matter) {
        var signatures = signatures(region, matter);
        return jdbc.sql(
                        """
                        SELECT * FROM mediation.revision WHERE region = :region AND matter = :matter
                         ORDER BY revision DESC LIMIT 1
                        """)
                .param("region", region)
                .param("matter", matter)
                .query((row, _) -> row(row, signatures))
                .optional();
    }

    /// False when somebody else wrote this revision first.
    boolean write(Agreement agreement) {
        var said = agreement.said();
        return jdbc.sql(
                                """
                                INSERT INTO mediation.revision (region, matter, revision, parties, count, place, held_on,
                                                                mediators, facts, terms, performance, by_account, by_name, at)
                                VALUES (:region, :matter, :revision, :parties, :count, :place, :heldOn, :mediators, :facts,
                                        :terms, :performance, :by, :byName, :at)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("region", agreement.region())
                        .param("matter", agreement.matter())
                        .param("revision", agreement.revision())
                        .param("parties", agreement.parties())
                        .param("count", agreement.count())
                        .param("place", said.place())
                        .param("heldOn", said.heldOn())
                        .param("mediators", said.mediators())
                        .param("facts", said.facts())
                        .param("terms", said.terms())
                        .param("performance", said.performance())
                        .param("by", agreement.by().account())
                        .param("byName", agreement.by().name())
                        .param("at", time(agreement.by().at()))
                        .update()
                == 1;
    }

    /// False when this party has signed this wording already.
    boolean sign(Agreement agreement, int party, By witness) {
        return jdbc.sql(
                                """
                                INSERT INTO mediation.signature (region, matter, revision, party, at, witness, witness_name)
                                VALUES (:region, :matter, :revision, :party, :at, :witness, :name)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("region", agreement.region())
                        .param("matter", agreement.matter())
                        .param("revision", agreement.revision())
                        .param("party", party)
                        .param("at", time(witness.at()))
                        .param("witness", witness.account())
                        .param("name", witness.name())
                        .update()
                == 1;
    }

    private record Signed(int revision, Signature signature) {}

    private List<Signed> signatures(String region, UUID matter) {
        return jdbc.sql(
                        """
                        SELECT revision, party, at, witness_name FROM mediation.signature
                         WHERE region = :region AND matter = :matter ORDER BY revision, party
                        """)
                .param("region", region)
                .param("matter", matter)
                .query((row, _) ->
                        new Signed(
                                row.getInt("revision"),
                                new Signature(
                                        row.getInt("party"),
                                        instant(row),
                                        row.getString("witness_name"))))
                .list();
    }

    private static Agreement row(ResultSet row, List<Signed> signatures) throws SQLException {
        int revision = row.getInt("revision");
        return new Agreement(
                row.getString("region"),
                row.getObject("matter", UUID.class),
                revision,
                row.getBytes("parties"),
                row.getInt("count"),
                new Said(
                        row.getString("place"),
                        row.getObject("held_on", LocalDate.class),
                        row.getString("mediators"),
                        row.getString("facts"),
                        row.getString("terms"),
                        row.getString("performance")),
                new By(
                        row.getObject("by_account", UUID.class),
                        row.getString("by_name"),
                        instant(row)),
                signatures.stream()
                        .filter(it -> it.revision() == revision)
                        .map(Signed::signature)
                        .toList());
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
