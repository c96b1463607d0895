package org.huying.insight.burst;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.insight.sql.Cut;
import org.huying.insight.sql.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The alerts, read and answered within the places of a caller: whoever has the whole of the area it is about.
@Component
public class Bursts {

    /// One alert as it is stored.
    public record Alert(
            UUID id,
            String item,
            String area,
            Instant start,
            Instant end,
            int count,
            Instant firstAt,
            Instant lastAt,
            String state,
            @Nullable Instant changedAt,
            @Nullable String note) {}

    /// What somebody does about it.
    public record Answer(String state, UUID by, Instant at, String note) {}

    private static final String COLUMNS =
            "id, item, area, start, \"end\", count, first_at, last_at, state, changed_at, note";

    private final JdbcClient jdbc;

    Bursts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The newest first, after a place.
    public List<Alert> page(
            String region, List<Cut> cuts, Optional<String> state, Place after, int limit) {
        var params = new HashMap<String, Object>();
        params.put("region", region);
        params.put("at", after.bound());
        params.put("id", after.id());
        params.put("limit", limit);
        state.ifPresent(it -> params.put("state", it));
        return jdbc.sql(
                        """
                        SELECT %s FROM insight.burst
                         WHERE region = :region AND %s AND (first_at, id) < (:at, :id) AND (%s)
                         ORDER BY first_at DESC, id DESC LIMIT :limit
                        """
                                .formatted(
                                        COLUMNS,
                                        state.isEmpty() ? "state IS NOT NULL" : "state = :state",
                                        places(cuts, params)))
                .params(params)
                .query(Bursts::read)
                .list();
    }

    /// Empty when there is no such alert in `cuts`. An alert that is closed stays closed.
    public Optional<Alert> answer(String region, List<Cut> cuts, UUID id, Answer answer) {
        var params = new HashMap<String, Object>();
        params.put("region", region);
        params.put("id", id);
        params.put("state", answer.state());
        params.put("by", answer.by());
        params.put("at", answer.at().atOffset(ZoneOffset.UTC));
        params.put("note", answer.note());
        return jdbc.sql(
                        """
                        UPDATE insight.burst
                           SET state = CASE WHEN state = 'CLOSED' THEN state ELSE :state END,
                               changed_at = CASE WHEN state IN ('CLOSED', :state) THEN changed_at ELSE :at END,
                               changed_by = CASE WHEN state IN ('CLOSED', :state) THEN changed_by ELSE :by END,
                               note = CASE WHEN state IN ('CLOSED', :state) THEN note ELSE :note END
                         WHERE region = :region AND id = :id AND state IS NOT NULL AND (%s)
                        RETURNING %s
                        """
                                .formatted(places(cuts, params), COLUMNS))
                .params(params)
                .query(Bursts::read)
                .optional();
    }

    private static String places(List<Cut> cuts, Map<String, Object> params) {
        var conditions = new ArrayList<String>();
        for (var cut : cuts) {
            if (cut.unit().isPresent()) {
                continue;
            }
            if (cut.area().isEmpty()) {
                return "TRUE";
            }
            int i = conditions.size();
            params.put("area" + i, cut.area().get().value());
            params.put("end" + i, cut.area().get().end());
            conditions.add("area >= :area%1$d AND area < :end%1$d".formatted(i));
        }
        return conditions.isEmpty() ? "FALSE" : String.join(" OR ", conditions);
    }

    private static Alert read(ResultSet row, int number) throws SQLException {
        var changed = row.getObject("changed_at", OffsetDateTime.class);
        return new Alert(
                row.getObject("id", UUID.class),
                row.getString("item"),
                row.getString("area"),
                time(row, "start"),
                time(row, "end"),
                row.getInt("count"),
                time(row, "first_at"),
                time(row, "last_at"),
                row.getString("state"),
                changed == null ? null : changed.toInstant(),
                row.getString("note"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
