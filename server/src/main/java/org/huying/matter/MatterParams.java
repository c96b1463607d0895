package org.huying.matter;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.matter.MatterState.Closed;
import org.huying.matter.MatterState.Handled;
import org.huying.matter.MatterState.Rated;
import org.huying.matter.MatterState.Rejected;
import org.huying.matter.MatterState.Returned;
import org.huying.matter.MatterState.Rework;
import org.huying.matter.MatterState.Verifying;
import org.huying.territory.GeoPoint;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/// Lays a matter and its steps out as the parameters of [MatterSql].
final class MatterParams {

    private MatterParams() {}

    /// What changes with every step. `version` is the version the row must have before.
    static MapSqlParameterSource moving(Matter matter, int version) {
        var state = matter.state();
        var assignment = state.assignment();
        return new MapSqlParameterSource()
                .addValue("region", matter.id().region())
                .addValue("id", matter.id().value())
                .addValue("version", version)
                .addValue("item", matter.subject().item().orElse(null), Types.VARCHAR)
                .addValue("itemClass", matter.subject().itemClass().orElse(null), Types.VARCHAR)
                .addValue("area", matter.subject().area().value())
                .addValue(
                        "lon",
                        matter.subject().point().map(GeoPoint::lon).orElse(null),
                        Types.DOUBLE)
                .addValue(
                        "lat",
                        matter.subject().point().map(GeoPoint::lat).orElse(null),
                        Types.DOUBLE)
                .addValue("state", StateName.of(state).name())
                .addValue("unit", assignment.map(Assignment::unit).orElse(null), Types.OTHER)
                .addValue(
                        "person", assignment.flatMap(Assignment::person).orElse(null), Types.OTHER)
                .addValue("round", assignment.map(Assignment::round).orElse(0))
                .addValue("reason", reason(state).orElse(null), Types.VARCHAR)
                .addValue("outcome", outcome(state).orElse(null), Types.VARCHAR)
                .addValue("answer", matter.rating().orElse(null), Types.VARCHAR)
                .addValue("unreached", state instanceof Verifying(_, _, var times) ? times : 0)
                .addValue(
                        "stage", matter.clock().stage().map(Enum::name).orElse(null), Types.VARCHAR)
                .addValue("since", at(matter.since()))
                .addValue("due", at(matter.clock().due()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("wholeDue", at(matter.clock().whole()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("lateStages", MatterRow.names(matter.clock().late()))
                .addValue("changedAt", at(matter.changedAt()))
                .addValue("steps", matter.steps())
                .addValue("chain", matter.chain());
    }

    /// What is written once, with the report.
    static void report(MapSqlParameterSource params, Report report, Optional<UUID> requestKey) {
        params.addValue("number", report.number())
                .addValue("requestKey", requestKey.orElse(null), Types.OTHER)
                .addValue("playbook", report.playbook())
                .addValue("playbookVersion", report.playbookVersion())
                .addValue("channel", report.channel())
                .addValue("demand", report.demand())
                .addValue("title", report.title())
                .addValue("body", report.text())
                .addValue("place", report.place())
                .addValue("reporter", report.reporter())
                .addValue("requester", report.requester().orElse(null), Types.OTHER)
                .addValue("contactName", report.contact().name().orElse(null), Types.BINARY)
                .addValue("contactPhone", report.contact().phone().orElse(null), Types.BINARY)
                .addValue("phoneIndex", report.contact().phoneIndex().orElse(null), Types.BINARY)
                .addValue("source", report.source().orElse(null), Types.VARCHAR)
                .addValue("reportedAt", at(report.at()));
    }

    static void steps(MapSqlParameterSource params, List<Step> steps, Optional<UUID> key) {
        params.addValue("key", key.orElse(null), Types.OTHER);
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            params.addValue("seq" + i, step.seq())
                    .addValue("at" + i, at(step.at()))
                    .addValue("actor" + i, step.actor())
                    .addValue("actorName" + i, step.actorName())
                    .addValue("act" + i, step.act())
                    .addValue("from" + i, step.from())
                    .addValue("to" + i, step.to())
                    .addValue("note" + i, step.note())
                    .addValue("facts" + i, step.facts())
                    .addValue("hash" + i, step.hash());
        }
    }

    static Optional<String> reason(MatterState state) {
        return switch (state) {
            case Rejected(var reason) -> Optional.of(reason);
            case Returned(_, var reason) -> Optional.of(reason);
            case Rework(_, var reason) -> Optional.of(reason);
            case MatterState.Reported _,
                    MatterState.Accepted _,
                    MatterState.Dispatched _,
                    MatterState.InProgress _,
                    Handled _,
                    Verifying _,
                    Rated _,
                    Closed _ ->
                    Optional.empty();
        };
    }

    static Optional<String> outcome(MatterState state) {
        return switch (state) {
            case Handled(_, var outcome) -> Optional.of(outcome);
            case Verifying(_, var outcome, _) -> Optional.of(outcome);
            case Rated(_, var outcome, _) -> Optional.of(outcome);
            case Closed(_, var outcome, _) -> Optional.of(outcome);
            case MatterState.Reported _,
                    MatterState.Accepted _,
                    MatterState.Dispatched _,
                    MatterState.InProgress _,
                    Rejected _,
                    Returned _,
                    Rework _ ->
                    Optional.empty();
        };
    }

    private static @org.jspecify.annotations.Nullable Object at(Optional<Instant> time) {
        return time.map(MatterParams::at).orElse(null);
    }

    private static Object at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
