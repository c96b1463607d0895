package org.huying.task;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/// Lists of tasks, what is due first on top.
@Repository
class TaskLists {

    /// Where a page ends; tasks after it follow.
    record Place(Instant due, UUID id) {
        static final Place FIRST = new Place(Instant.EPOCH, new UUID(0, 0));
    }

    /// What is asked for: tasks in these states, of one kind or of one matter.
    record Filter(List<String> states, Optional<String> kind, Optional<UUID> matter) {}

    private static final String MATCHES =
            """
               AND t.state = ANY (:states) AND (t.due_at, t.id) > (:due, :id)
               AND (:kind::text IS NULL OR t.kind = :kind) AND (:matter::uuid IS NULL OR t.matter = :matter::uuid)
             ORDER BY t.due_at, t.id LIMIT :limit
            """;

    private static final String WITHIN =
            """
            SELECT t.* FROM task.task t
             WHERE t.region = :region
               AND (EXISTS (SELECT FROM unnest(:areas::text[]) AS a (area) WHERE t.area >= a.area AND t.area < a.area || ':')
                    OR t.unit = ANY (:units) OR t.person = :person)
            """
                    + MATCHES;

    private static final String MINE =
            "SELECT t.* FROM task.task t WHERE t.region = :region AND t.person = :person" + MATCHES;

    private static final String UNITS =
            "SELECT t.* FROM task.task t WHERE t.region = :region AND t.unit = ANY (:units)"
                    + MATCHES;

    private final NamedParameterJdbcTemplate jdbc;

    TaskLists(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Given to this person.
    List<Task> mine(String region, Caller caller, Filter filter, Place after, int limit) {
        return list(
                MINE, params(region, TaskScope.of(caller, region), caller, filter), after, limit);
    }

    /// In the hands of these bodies.
    List<Task> ofUnits(String region, Caller caller, Filter filter, Place after, int limit) {
        var scope = new TaskScope(List.of(), caller.units());
        return list(UNITS, params(region, scope, caller, filter), after, limit);
    }

    /// All that the caller may see.
    List<Task> within(String region, Caller caller, Filter filter, Place after, int limit) {
        return list(
                WITHIN, params(region, TaskScope.of(caller, region), caller, filter), after, limit);
    }

    private List<Task> list(String sql, MapSqlParameterSource params, Place after, int limit) {
        params.addValue("due", TaskRow.at(after.due()))
                .addValue("id", after.id())
                .addValue("limit", limit);
        return jdbc.query(sql, params, TaskRow::read);
    }

    private static MapSqlParameterSource params(
            String region, TaskScope scope, Caller caller, Filter filter) {
        return new MapSqlParameterSource("region", region)
                .addValue("areas", scope.areas().toArray(String[]::new))
                .addValue("units", scope.units().toArray(UUID[]::new))
                .addValue("person", caller.account())
                .addValue("states", filter.states().toArray(String[]::new))
                .addValue("kind", filter.kind().orElse(null), Types.VARCHAR)
                .addValue("matter", filter.matter().orElse(null), Types.OTHER);
    }
}
