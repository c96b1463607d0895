package org.huying.matter;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huying.matter.loop.Assignment;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.MatterState;
import org.huying.matter.loop.MatterState.Merged;
import org.huying.matter.loop.MatterState.Verifying;
import org.huying.matter.loop.Report;
import org.huying.matter.loop.StageClock;
import org.huying.territory.GeoPoint;
import org.huying.vault.Step;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/// Lays a matter and its steps out as the parameters of [MatterSql].
final class MatterParams {

    private MatterParams() {}

    /// What changes with every step. `version` is the version the row must have before.
    static MapSqlParameterSource moving(Matter matter, int version) {
        var subject = matter.subject();
        var point = subject.point();
        var params =
                new MapSqlParameterSource()
                        .addValue("region", matter.id().region())
                        .addValue("id", matter.id().value())
                        .addValue("version", version)
                        .addValue("item", subject.item().orElse(null), Types.VARCHAR)
                        .addValue("itemClass", subject.itemClass().orElse(null), Types.VARCHAR)
                        .addValue("area", subject.area().value())
                        .addValue("lon", point.map(GeoPoint::lon).orElse(null), Types.DOUBLE)
                        .addValue("lat", point.map(GeoPoint::lat).orElse(null), Types.DOUBLE)
                        .addValue("since", at(matter.since()))
                        .addValue("changedAt", at(matter.changedAt()))
                        .addValue("steps", matter.steps())
                        .addValue("chain", matter.chain());
        var carried = matter.report().carried();
        params.addValue("fields", FieldsDocument.write(carried.plain()), Types.OTHER)
                .addValue("sealedFields", carried.sealed().orElse(null), Types.BINARY);
        state(params, matter.state());
        clock(params, matter.clock());
        aside(params, matter);
        return params;
    }

    private static void state(MapSqlParameterSource params, MatterState state) {
        var assignment = state.assignment();
        params.addValue("state", StateName.of(state).name())
                .addValue("unit", assignment.map(Assignment::unit).orElse(null), Types.OTHER)
                .addValue(
                        "person", assignment.flatMap(Assignment::person).orElse(null), Types.OTHER)
                .addValue("round", assignment.map(Assignment::round).orElse(0))
                .addValue("reason", StateColumns.reason(state).orElse(null), Types.VARCHAR)
                .addValue("outcome", state.result().orElse(null), Types.VARCHAR)
                .addValue("answer", state.rating().orElse(null), Types.VARCHAR)
                .addValue("unreached", state instanceof Verifying(_, _, var times) ? times : 0)
                .addValue(
                        "master", state instanceof Merged(var into, _) ? into : null, Types.OTHER);
    }

    private static void clock(MapSqlParameterSource params, StageClock clock) {
        params.addValue("stage", clock.stage().map(Enum::name).orElse(null), Types.VARCHAR)
                .addValue("due", at(clock.due()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("wholeDue", at(clock.whole()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("alarm", at(clock.alarm()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("lateStages", MatterRow.names(clock.late()))
                .addValue("pace", AsideDocument.write(clock.pace()), Types.OTHER);
    }

    private static void aside(MapSqlParameterSource params, Matter matter) {
        var trail = matter.aside().trail();
        params.addValue("firstUnit", trail.first().orElse(null), Types.OTHER)
                .addValue("rung", trail.rung().orElse(null), Types.VARCHAR)
                .addValue("handler", trail.handler().orElse(null), Types.OTHER)
                .addValue(
                        "closedAt",
                        at(matter.aside().asked().closedAt()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("aside", AsideDocument.write(matter.aside()), Types.OTHER)
                .addValue("reply", at(awaited(matter)), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    /// When it is to be said next that a reply is owed, that a helper is late, or that a supervision runs out.
    private static Optional<Instant> awaited(Matter matter) {
        var pace = matter.clock().pace();
        return Stream.of(
                        matter.aside().reply().flatMap(it -> it.mark(pace.reply())),
                        matter.aside().nextLate(pace.helpers()),
                        matter.aside()
                                .pressed(matter.state())
                                .flatMap(it -> it.mark(pace.supervision())))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /// What is written once, with the report.
    static void report(MapSqlParameterSource params, Matter matter, Optional<UUID> requestKey) {
        Report report = matter.report();
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
                .addValue("hidden", report.hidden())
                .addValue("reportedAt", at(report.at()))
                .addValue("parent", matter.aside().trail().parent().orElse(null), Types.OTHER);
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

    private static @org.jspecify.annotations.Nullable Object at(Optional<Instant> time) {
        return time.map(MatterParams::at).orElse(null);
    }

    private static Object at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
