package org.huying.access.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.access.NewGrant;
import org.huying.access.sql.Columns;
import org.huying.territory.TerritoryCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of roles given. Rows are ended, never removed.
@Repository
class GrantRows {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Clock clock;

    GrantRows(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate batch,
            @Qualifier("wallClock") Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    void insert(List<GrantRow> grants) {
        var now = Columns.of(clock.instant());
        var rows =
                grants.stream()
                        .map(row ->
                                new MapSqlParameterSource()
                                        .addValue("region", row.region())
                                        .addValue("account", row.account())
                                        .addValue("id", row.id())
                                        .addValue("role", row.grant().role())
                                        .addValue(
                                                "area",
                                                row.grant()
                                                        .area()
                                                        .map(TerritoryCode::value)
                                                        .orElse(null))
                                        .addValue("unit", row.grant().unit().orElse(null))
                                        .addValue("from", Columns.of(row.from()))
                                        .addValue("to", Columns.of(row.to()))
                                        .addValue("by", row.grantedBy())
                                        .addValue("now", now))
                        .toArray(MapSqlParameterSource[]::new);
        batch.batchUpdate(
                """
                INSERT INTO access.role_grant (region, account, id, role, area, unit, valid_from, valid_to, granted_by, granted_at)
                VALUES (:region, :account, :id, :role, :area, :unit::uuid, :from, :to::timestamptz, :by, :now)
                """,
                rows);
    }

    /// What the account holds now or will hold, in the order it was given.
    List<GrantRow> of(String region, UUID account) {
        return jdbc.sql(
                        """
                        SELECT id, role, area, unit, valid_from, valid_to, granted_by FROM access.role_grant
                         WHERE region = :region AND account = :account AND (valid_to IS NULL OR valid_to > :now)
                         ORDER BY id LIMIT 200
                        """)
                .param("region", region)
                .param("account", account)
                .param("now", Columns.of(clock.instant()))
                .query((row, _) ->
                        new GrantRow(
                                region,
                                account,
                                Columns.id(row, "id"),
                                grant(row),
                                Columns.instant(row, "valid_from"),
                                Columns.maybeInstant(row, "valid_to"),
                                Columns.id(row, "granted_by")))
                .list();
    }

    /// What several accounts hold now or will hold.
    Map<UUID, List<NewGrant>> held(String region, Collection<UUID> accounts) {
        return jdbc
                .sql(
                        """
                        SELECT account, role, area, unit FROM access.role_grant
                         WHERE region = :region AND account = ANY (:accounts) AND (valid_to IS NULL OR valid_to > :now)
                        """)
                .param("region", region)
                .param("accounts", accounts.toArray(UUID[]::new))
                .param("now", Columns.of(clock.instant()))
                .query((row, _) -> Map.entry(Columns.id(row, "account"), grant(row)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static NewGrant grant(ResultSet row) throws SQLException {
        return new NewGrant(
                row.getString("role"),
                Optional.ofNullable(row.getString("area")).map(TerritoryCode::of),
                Optional.ofNullable(row.getObject("unit", UUID.class)));
    }

    /// Ends it now. False when it is not there or has ended.
    boolean end(String region, UUID account, UUID id) {
        return jdbc.sql(
                                """
                                UPDATE access.role_grant SET valid_to = :now
                                 WHERE region = :region AND account = :account AND id = :id
                                   AND (valid_to IS NULL OR valid_to > :now)
                                """)
                        .param("region", region)
                        .param("account", account)
                        .param("id", id)
                        .param("now", Columns.of(clock.instant()))
                        .update()
                == 1;
    }

    /// Whether anybody of the region holds the role.
    boolean held(String region, String role) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM access.role_grant
                                        WHERE region = :region AND role = :role AND (valid_to IS NULL OR valid_to > :now))
                        """)
                .param("region", region)
                .param("role", role)
                .param("now", Columns.of(clock.instant()))
                .query(Boolean.class)
                .single();
    }
}
