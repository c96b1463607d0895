package org.huying.whistle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.GeoPoint;
import org.huying.territory.TerritoryCode;
import org.huying.whistle.WhistleState.Blown;
import org.huying.whistle.WhistleState.Closed;
import org.huying.whistle.WhistleState.Evaluated;
import org.huying.whistle.WhistleState.InProgress;
import org.huying.whistle.WhistleState.JointRecord;
import org.huying.whistle.WhistleState.Result;
import org.huying.whistle.WhistleState.ResultSubmitted;
import org.huying.whistle.WhistleState.Withdrawn;

/// Reads stored rows back into whistles and their steps.
final class WhistleRow {

    private WhistleRow() {}

    static Whistle read(ResultSet row, int number) throws SQLException {
        return new Whistle(
                new WhistleId(text(row, "region"), row.getObject("id", UUID.class)),
                row.getInt("version"),
                call(row),
                new Standing(state(row), SummonsRow.read(text(row, "summons"))),
                time(row, "changed_at"),
                row.getInt("steps"),
                row.getBytes("chain"));
    }

    private static Call call(ResultSet row) throws SQLException {
        return new Call(
                text(row, "number"),
                text(row, "playbook"),
                row.getInt("playbook_version"),
                text(row, "rung"),
                text(row, "cause"),
                optional(row, "item"),
                text(row, "no_item_reason"),
                matter(row),
                row.getBoolean("emergency"),
                text(row, "title"),
                text(row, "body"),
                new Call.Where(TerritoryCode.of(text(row, "area")), text(row, "place"), point(row)),
                new Call.By(
                        Optional.ofNullable(row.getObject("caller_unit", UUID.class)),
                        TerritoryCode.of(text(row, "caller_node")),
                        row.getObject("caller", UUID.class),
                        text(row, "caller_name")),
                row.getBoolean("evaluated"),
                time(row, "blown_at"));
    }

    private static Optional<Call.Matter> matter(ResultSet row) throws SQLException {
        var id = row.getObject("matter", UUID.class);
        return id == null
                ? Optional.empty()
                : Optional.of(new Call.Matter(id, text(row, "matter_number")));
    }

    private static Optional<GeoPoint> point(ResultSet row) throws SQLException {
        double lon = row.getDouble("lon");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new GeoPoint(lon, row.getDouble("lat")));
    }

    private static WhistleState state(ResultSet row) throws SQLException {
        return switch (WhistleStateName.valueOf(text(row, "state"))) {
            case BLOWN -> new Blown();
            case IN_PROGRESS -> new InProgress(record(row));
            case RESULT_SUBMITTED -> new ResultSubmitted(result(row));
            case EVALUATED -> new Evaluated(result(row));
            case CLOSED -> new Closed(result(row));
            case WITHDRAWN -> new Withdrawn(text(row, "withdrawn"));
        };
    }

    private static Optional<JointRecord> record(ResultSet row) throws SQLException {
        int revision = row.getInt("record_revision");
        return revision == 0
                ? Optional.empty()
                : Optional.of(new JointRecord(revision, text(row, "record")));
    }

    private static Result result(ResultSet row) throws SQLException {
        return new Result(record(row).orElseThrow(), text(row, "outcome"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }

    private static Optional<String> optional(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
