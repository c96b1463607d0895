package org.huying.access.account;

import java.util.List;
import java.util.UUID;
import org.huying.access.Reach;
import org.huying.access.sql.Columns;
import org.huying.territory.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds staff of a region by name or login: whoever is given a post is somebody who has an account.
@Repository
public class People {

    /// One of them.
    public record Person(UUID id, String name, String login) {}

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Active staff whose name holds `words`, or whose login begins with them, by name. Beyond the county of `region` in
    /// `reach` only those who hold a role within it.
    public List<Person> find(String region, Reach reach, String words, int limit) {
        var county = TerritoryCode.of(region);
        boolean whole = reach.covers(county, List.of());
        var areas = whole ? List.<TerritoryCode>of() : areas(reach);
        return jdbc.sql(
                        """
                        SELECT a.id, a.name, a.login FROM access.account a
                         WHERE a.region = :region AND a.kind = 'STAFF' AND a.status = 'active'
                           AND (position(lower(:words) IN lower(a.name)) > 0 OR starts_with(a.login, :words))
                           AND (:whole OR EXISTS (
                                SELECT FROM access.role_grant g
                                  JOIN unnest(:from::text[], :to::text[]) AS r (low, high)
                                    ON g.area >= r.low COLLATE "C" AND g.area < r.high COLLATE "C"
                                 WHERE g.region = a.region AND g.account = a.id AND g.valid_to IS NULL))
                         ORDER BY a.name, a.id LIMIT :limit
                        """)
                .param("region", region)
                .param("words", words)
                .param("whole", whole)
                .param("from", areas.stream().map(TerritoryCode::value).toArray(String[]::new))
                .param("to", areas.stream().map(TerritoryCode::end).toArray(String[]::new))
                .param("limit", limit)
                .query((row, _) ->
                        new Person(
                                Columns.id(row, "id"),
                                row.getString("name"),
                                row.getString("login")))
                .list();
    }

    private static List<TerritoryCode> areas(Reach reach) {
        return reach instanceof Reach.Within(var parts)
                ? parts.stream()
                        .filter(part -> part.unit().isEmpty())
                        .flatMap(part -> part.area().stream())
                        .toList()
                : List.of();
    }
}
