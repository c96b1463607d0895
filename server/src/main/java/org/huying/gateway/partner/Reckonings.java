package org.huying.gateway.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/// What was found when a day was reconciled.
@Repository
class Reckonings {

    static final String FETCHED = "fetched";
    static final String RESENT = "resent";

    /// @param error why the other side could not be asked
    record Day(
            LocalDate day,
            Instant made,
            Optional<String> error,
            int theirs,
            int ours,
            int sent,
            int received,
            int open) {}

    /// @param repair what was done about it since
    record Line(String kind, String number, Optional<String> repair) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Reckonings(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /// In place of what was found before.
    void put(
            Partner partner,
            LocalDate day,
            Comparison compared,
            List<Comparison.Difference> differences,
            Instant at) {
        transaction.executeWithoutResult(_ -> {
            head(partner, day, compared, Optional.empty(), at);
            statement(
                            """
                            DELETE FROM gateway.difference
                             WHERE region = :region AND partner = :partner AND day = :day
                            """,
                            partner,
                            day)
                    .update();
            statement(
                            """
                            INSERT INTO gateway.difference (region, partner, day, kind, number)
                            SELECT :region, :partner, :day, d.kind, d.number
                              FROM unnest(:kinds::text[], :numbers::text[]) AS d (kind, number)
                            """,
                            partner,
                            day)
                    .param(
                            "kinds",
                            differences.stream().map(it -> it.kind().key()).toArray(String[]::new))
                    .param(
                            "numbers",
                            differences.stream()
                                    .map(Comparison.Difference::number)
                                    .toArray(String[]::new))
                    .update();
        });
    }

    /// The other side could not be asked; what was found before stands.
    void failed(Partner partner, LocalDate day, String error, Instant at) {
        head(
                partner,
                day,
                new Comparison(Set.of(), Set.of(), Set.of(), Set.of()),
                Optional.of(error),
                at);
    }

    private void head(
            Partner partner,
            LocalDate day,
            Comparison compared,
            Optional<String> error,
            Instant at) {
        statement(
                        """
                        INSERT INTO gateway.reckoning (region, partner, day, made_at, error, theirs, ours, sent, received)
                        VALUES (:region, :partner, :day, :at, :error, :theirs, :ours, :sent, :received)
                        ON CONFLICT (region, partner, day) DO UPDATE
                           SET made_at = :at, error = :error, theirs = :theirs, ours = :ours, sent = :sent,
                               received = :received
                        """,
                        partner,
                        day)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("error", error.orElse(null))
                .param("theirs", compared.theirs().size())
                .param("ours", compared.ours().size())
                .param("sent", compared.sent().size())
                .param("received", compared.received().size())
                .update();
    }

    /// The latest days first, before this one.
    List<Day> days(Partner partner, LocalDate before, int limit) {
        return jdbc.sql(
                        """
                        SELECT r.*, (SELECT count(*) FROM gateway.difference d
                                      WHERE d.region = r.region AND d.partner = r.partner AND d.day = r.day
                                        AND d.repair IS NULL) AS open
                          FROM gateway.reckoning r
                         WHERE r.region = :region AND r.partner = :partner AND r.day < :before
                         ORDER BY r.day DESC LIMIT :limit
                        """)
                .param("region", partner.region())
                .param("partner", partner.key())
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> day(row))
                .list();
    }

    /// Differences of a day in order, after this number of this kind.
    List<Line> lines(Partner partner, LocalDate day, String kind, String after, int limit) {
        return statement(
                        """
                        SELECT kind, number, repair FROM gateway.difference
                         WHERE region = :region AND partner = :partner AND day = :day AND (kind, number) > (:kind, :after)
                         ORDER BY kind, number LIMIT :limit
                        """,
                        partner,
                        day)
                .param("kind", kind)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) ->
                        new Line(
                                row.getString("kind"),
                                row.getString("number"),
                                Optional.ofNullable(row.getString("repair"))))
                .list();
    }

    /// Numbers about which nothing was done yet.
    List<String> open(Partner partner, LocalDate day, String kind, int limit) {
        return statement(
                        """
                        SELECT number FROM gateway.difference
                         WHERE region = :region AND partner = :partner AND day = :day AND kind = :kind AND repair IS NULL
                         ORDER BY number LIMIT :limit
                        """,
                        partner,
                        day)
                .param("kind", kind)
                .param("limit", limit)
                .query((row, _) -> row.getString(1))
                .list();
    }

    void repaired(
            Partner partner, LocalDate day, String kind, Collection<String> numbers, String how) {
        statement(
                        """
                        UPDATE gateway.difference SET repair = :how
                         WHERE region = :region AND partner = :partner AND day = :day AND kind = :kind
                           AND number = ANY (:numbers)
                        """,
                        partner,
                        day)
                .param("kind", kind)
                .param("numbers", numbers.toArray(String[]::new))
                .param("how", how)
                .update();
    }

    private JdbcClient.StatementSpec statement(String sql, Partner partner, LocalDate day) {
        return jdbc.sql(sql)
                .param("region", partner.region())
                .param("partner", partner.key())
                .param("day", day);
    }

    private static Day day(ResultSet row) throws SQLException {
        return new Day(
                row.getObject("day", LocalDate.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("error")),
                row.getInt("theirs"),
                row.getInt("ours"),
                row.getInt("sent"),
                row.getInt("received"),
                row.getInt("open"));
    }
}
