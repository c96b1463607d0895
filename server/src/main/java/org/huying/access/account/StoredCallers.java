package org.huying.access.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.AbsentCallers;
import org.huying.access.Caller;
import org.huying.access.Grant;
import org.huying.access.role.Role;
import org.huying.access.role.Roles;
import org.huying.access.sql.Columns;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads accounts with their grants, in one statement for many.
@Repository
class StoredCallers implements AbsentCallers {

    private final JdbcClient jdbc;
    private final Roles roles;
    private final Clock clock;

    StoredCallers(JdbcClient jdbc, Roles roles, @Qualifier("wallClock") Clock clock) {
        this.jdbc = jdbc;
        this.roles = roles;
        this.clock = clock;
    }

    private record Held(UUID account, Caller.Kind kind, String name, Optional<Grant> grant) {}

    @Override
    public List<Caller> of(String region, Collection<UUID> accounts) {
        if (accounts.isEmpty()) {
            return List.of();
        }
        var known = roles.of(region);
        var rows =
                jdbc.sql(
                                """
                                SELECT a.id, a.kind, a.name, g.role, g.area, g.unit
                                  FROM access.account a
                                  LEFT JOIN access.role_grant g ON g.region = a.region AND g.account = a.id
                                        AND g.valid_from <= :now AND (g.valid_to IS NULL OR g.valid_to > :now)
                                 WHERE a.region = :region AND a.id = ANY (:ids::uuid[])
                                   AND a.status = 'active'
                                 ORDER BY a.id
                                """)
                        .param("region", region)
                        .param("ids", accounts.stream().map(UUID::toString).toArray(String[]::new))
                        .param("now", Columns.of(clock.instant()))
                        .query((row, _) ->
                                held(row, known.get(String.valueOf(row.getString("role")))))
                        .list();
        Map<UUID, List<Held>> byAccount = new LinkedHashMap<>();
        rows.forEach(it -> byAccount.computeIfAbsent(it.account(), _ -> new ArrayList<>()).add(it));
        return byAccount.values().stream().map(StoredCallers::caller).toList();
    }

    private static Caller caller(List<Held> held) {
        return new Caller(
                held.getFirst().account(),
                held.getFirst().kind(),
                held.getFirst().name(),
                held.stream().flatMap(it -> it.grant().stream()).toList());
    }

    private static Held held(ResultSet row, @Nullable Role role) throws SQLException {
        var area = Optional.ofNullable(row.getString("area")).map(TerritoryCode::of);
        var unit = Optional.ofNullable(row.getObject("unit", UUID.class));
        return new Held(
                Columns.id(row, "id"),
                Caller.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                Optional.ofNullable(role)
                        .map(it -> new Grant(it.key(), area, unit, it.permissions())));
    }
}
