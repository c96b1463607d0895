package org.huying.whistle;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.calendar.WorkCalendar;
import org.huying.territory.GeoPoint;
import org.huying.whistle.WhistleView.ArrivalView;
import org.huying.whistle.WhistleView.EvaluationView;
import org.huying.whistle.WhistleView.MissView;
import org.huying.whistle.WhistleView.ObjectionView;
import org.huying.whistle.WhistleView.SignatureView;
import org.huying.whistle.WhistleView.Spot;
import org.huying.whistle.WhistleView.SummonsView;
import org.jspecify.annotations.Nullable;

/// Draws the units of a whistle. Pure; names are given.
final class SummonsViews {

    private SummonsViews() {}

    static List<SummonsView> of(Whistle whistle, Map<UUID, String> names, Instant now) {
        return whistle.standing().summons().stream().map(it -> one(it, names, now)).toList();
    }

    private static SummonsView one(Summons summons, Map<UUID, String> names, Instant now) {
        var state = summons.state();
        var marks = summons.marks();
        boolean missing =
                state.awaited()
                        || state instanceof SummonsState.Objected
                        || state instanceof SummonsState.Missed;
        return new SummonsView(
                summons.unit(),
                name(names, summons.unit()),
                summons.lead(),
                SummonsStateName.of(state),
                time(summons.since()),
                time(summons.due()),
                time(summons.objectBy()),
                summons.squad().map(Summons.Squad::team).orElse(null),
                summons.squad().flatMap(Summons.Squad::person).orElse(null),
                missing && now.isAfter(summons.due()),
                time(marks.receipt().map(Summons.Receipt::at)),
                marks.objection().map(SummonsViews::objection).orElse(null),
                marks.miss().map(it -> miss(it, names)).orElse(null),
                state.arrived().map(SummonsViews::arrival).orElse(null),
                state.signed().map(it -> new SignatureView(it.name(), time(it.at()))).orElse(null),
                state instanceof SummonsState.Ended(_, _, var at) ? time(at) : null,
                marks.evaluation()
                        .map(it ->
                                new EvaluationView(
                                        it.response(), it.quality(), it.solved(), it.words()))
                        .orElse(null));
    }

    private static ObjectionView objection(Summons.Objection objection) {
        var finding = objection.finding();
        return new ObjectionView(
                objection.reason(),
                time(objection.at()),
                finding.map(Summons.Finding::upheld).orElse(null),
                finding.map(Summons.Finding::words).orElse(null),
                time(finding.map(Summons.Finding::at)));
    }

    private static MissView miss(Summons.Miss miss, Map<UUID, String> names) {
        return new MissView(
                time(miss.at()),
                miss.above().orElse(null),
                miss.above().map(it -> name(names, it)).orElse(null));
    }

    private static ArrivalView arrival(SummonsState.Arrival arrival) {
        return new ArrivalView(
                arrival.name(),
                time(arrival.at()),
                arrival.place(),
                spot(arrival.point()),
                arrival.photos(),
                arrival.late());
    }

    static String name(Map<UUID, String> names, UUID unit) {
        return names.getOrDefault(unit, unit.toString());
    }

    static @Nullable Spot spot(Optional<GeoPoint> point) {
        return point.map(it -> new Spot(it.lon(), it.lat())).orElse(null);
    }

    static @Nullable OffsetDateTime time(Optional<Instant> instant) {
        return instant.map(SummonsViews::time).orElse(null);
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atZone(WorkCalendar.ZONE).toOffsetDateTime();
    }
}
