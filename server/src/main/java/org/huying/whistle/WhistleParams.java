package org.huying.whistle;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.GeoPoint;
import org.huying.whistle.WhistleState.JointRecord;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/// Lays a whistle and its step out as the parameters of [WhistleSql].
final class WhistleParams {

    private WhistleParams() {}

    /// What changes with every step. `version` is the version the row must have before.
    static MapSqlParameterSource moving(Advance advance, int version, Optional<UUID> key) {
        var whistle = advance.whistle();
        var step = advance.step();
        var state = whistle.state();
        return new MapSqlParameterSource()
                .addValue("region", whistle.id().region())
                .addValue("id", whistle.id().value())
                .addValue("version", version)
                .addValue("state", whistle.stateName().name())
                .addValue("recordRevision", state.joint().map(JointRecord::revision).orElse(0))
                .addValue(
                        "record", state.joint().map(JointRecord::text).orElse(null), Types.VARCHAR)
                .addValue(
                        "outcome",
                        state.outcome().map(WhistleState.Result::words).orElse(null),
                        Types.VARCHAR)
                .addValue(
                        "withdrawn",
                        state instanceof WhistleState.Withdrawn(var reason) ? reason : null,
                        Types.VARCHAR)
                .addValue("changedAt", at(whistle.changedAt()))
                .addValue("steps", whistle.steps())
                .addValue("chain", whistle.chain())
                .addValue("actor", step.actor())
                .addValue("actorName", step.actorName())
                .addValue("act", step.act())
                .addValue("from", step.from())
                .addValue("to", step.to())
                .addValue("note", step.note())
                .addValue("facts", step.facts())
                .addValue("key", key.orElse(null), Types.OTHER);
    }

    /// What is written once, with the call.
    static void call(MapSqlParameterSource params, Whistle whistle, Optional<UUID> requestKey) {
        var call = whistle.call();
        var where = call.where();
        params.addValue("number", call.number())
                .addValue("requestKey", requestKey.orElse(null), Types.OTHER)
                .addValue("playbook", call.playbook())
                .addValue("playbookVersion", call.playbookVersion())
                .addValue("rung", call.rung())
                .addValue("cause", call.cause())
                .addValue("item", call.item().orElse(null), Types.VARCHAR)
                .addValue("noItemReason", call.reason())
                .addValue("emergency", call.emergency())
                .addValue("matter", call.matter().map(Call.Matter::id).orElse(null), Types.OTHER)
                .addValue(
                        "matterNumber",
                        call.matter().map(Call.Matter::number).orElse(null),
                        Types.VARCHAR)
                .addValue("title", call.title())
                .addValue("body", call.text())
                .addValue("area", where.area().value())
                .addValue("place", where.place())
                .addValue("lon", where.point().map(GeoPoint::lon).orElse(null), Types.DOUBLE)
                .addValue("lat", where.point().map(GeoPoint::lat).orElse(null), Types.DOUBLE)
                .addValue("callerUnit", call.by().unit().orElse(null), Types.OTHER)
                .addValue("callerNode", call.by().node().value())
                .addValue("caller", call.by().account())
                .addValue("callerName", call.by().name())
                .addValue("evaluated", call.evaluated())
                .addValue("blownAt", at(call.at()));
    }

    private static Object at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
