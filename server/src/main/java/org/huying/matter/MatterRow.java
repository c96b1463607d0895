package org.huying.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.matter.loop.Aside;
import org.huying.matter.loop.Assignment;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.MatterState;
import org.huying.matter.loop.MatterState.Accepted;
import org.huying.matter.loop.MatterState.Closed;
import org.huying.matter.loop.MatterState.Dispatched;
import org.huying.matter.loop.MatterState.Handled;
import org.huying.matter.loop.MatterState.InProgress;
import org.huying.matter.loop.MatterState.Merged;
import org.huying.matter.loop.MatterState.Rated;
import org.huying.matter.loop.MatterState.Rejected;
import org.huying.matter.loop.MatterState.Reported;
import org.huying.matter.loop.MatterState.Returned;
import org.huying.matter.loop.MatterState.Rework;
import org.huying.matter.loop.MatterState.Verifying;
import org.huying.matter.loop.MatterState.Voided;
import org.huying.matter.loop.MatterState.Withdrawn;
import org.huying.matter.loop.Report;
import org.huying.matter.loop.StageClock;
import org.huying.matter.loop.Standing;
import org.huying.playbook.Stage;
import org.huying.territory.GeoPoint;
import org.huying.territory.TerritoryCode;

/// Reads a stored row back into a matter.
final class MatterRow {

    private MatterRow() {}

    static Matter read(ResultSet row, int number) throws SQLException {
        return new Matter(
                new MatterId(text(row, "region"), row.getObject("id", UUID.class)),
                row.getInt("version"),
                report(row),
                subject(row),
                new Standing(state(row), aside(row)),
                clock(row),
                time(row, "since"),
                time(row, "changed_at"),
                row.getInt("steps"),
                row.getBytes("chain"));
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                text(row, "number"),
                text(row, "playbook"),
                row.getInt("playbook_version"),
                text(row, "channel"),
                text(row, "demand"),
                text(row, "title"),
                text(row, "body"),
                text(row, "place"),
                row.getObject("reporter", UUID.class),
                uuid(row, "requester"),
                new Report.Contact(
                        Optional.ofNullable(row.getBytes("contact_name")),
                        Optional.ofNullable(row.getBytes("contact_phone")),
                        Optional.ofNullable(row.getBytes("phone_index"))),
                optional(row, "source"),
                row.getBoolean("hidden"),
                new Report.Carried(
                        FieldsDocument.read(row.getString("fields")),
                        Optional.ofNullable(row.getBytes("sealed_fields"))),
                time(row, "reported_at"));
    }

    private static Matter.Subject subject(ResultSet row) throws SQLException {
        double lon = row.getDouble("lon");
        boolean placed = !row.wasNull();
        return new Matter.Subject(
                optional(row, "item"),
                optional(row, "item_class"),
                TerritoryCode.of(text(row, "area")),
                placed ? Optional.of(new GeoPoint(lon, row.getDouble("lat"))) : Optional.empty());
    }

    private static StageClock clock(ResultSet row) throws SQLException {
        return new StageClock(
                optional(row, "stage").map(Stage::valueOf),
                optionalTime(row, "due_at"),
                optionalTime(row, "whole_due_at"),
                stages(text(row, "late_stages")),
                optionalTime(row, "alarm_at"),
                AsideDocument.pace(row.getString("pace")));
    }

    private static Aside aside(ResultSet row) throws SQLException {
        return AsideDocument.aside(
                row.getString("aside"),
                uuid(row, "first_unit"),
                optional(row, "rung"),
                uuid(row, "handler"),
                optionalTime(row, "closed_at"));
    }

    private static MatterState state(ResultSet row) throws SQLException {
        var name = StateName.valueOf(text(row, "state"));
        return switch (name) {
            case REPORTED -> new Reported();
            case ACCEPTED -> new Accepted();
            case REJECTED -> new Rejected(text(row, "reason"));
            case DISPATCHED -> new Dispatched(assignment(row));
            case RETURNED -> new Returned(assignment(row), text(row, "reason"));
            case IN_PROGRESS -> new InProgress(assignment(row));
            case HANDLED -> new Handled(assignment(row), text(row, "outcome"));
            case VERIFYING ->
                    new Verifying(assignment(row), text(row, "outcome"), row.getInt("unreached"));
            case REWORK -> new Rework(assignment(row), text(row, "reason"));
            case RATED -> new Rated(assignment(row), text(row, "outcome"), text(row, "answer"));
            case CLOSED ->
                    new Closed(assignment(row), text(row, "outcome"), optional(row, "answer"));
            case MERGED -> new Merged(row.getObject("master", UUID.class), optional(row, "answer"));
            case VOIDED -> new Voided(text(row, "reason"));
            case WITHDRAWN -> new Withdrawn(text(row, "reason"));
        };
    }

    private static Assignment assignment(ResultSet row) throws SQLException {
        return new Assignment(
                row.getObject("unit", UUID.class), uuid(row, "person"), row.getInt("round"));
    }

    static String names(Set<Stage> stages) {
        return stages.stream().map(Stage::name).collect(Collectors.joining(","));
    }

    private static Set<Stage> stages(String names) {
        var stages = EnumSet.noneOf(Stage.class);
        if (!names.isEmpty()) {
            for (var name : names.split(",", -1)) {
                stages.add(Stage.valueOf(name));
            }
        }
        return stages;
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }

    private static Optional<String> optional(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<UUID> uuid(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Optional<Instant> optionalTime(ResultSet row, String column)
            throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
