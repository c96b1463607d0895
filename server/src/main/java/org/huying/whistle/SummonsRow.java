package org.huying.whistle;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.GeoPoint;
import org.huying.whistle.Summons.Evaluation;
import org.huying.whistle.Summons.Finding;
import org.huying.whistle.Summons.Marks;
import org.huying.whistle.Summons.Miss;
import org.huying.whistle.Summons.Objection;
import org.huying.whistle.Summons.Receipt;
import org.huying.whistle.Summons.Squad;
import org.huying.whistle.SummonsState.Arrival;
import org.huying.whistle.SummonsState.CheckedIn;
import org.huying.whistle.SummonsState.Denied;
import org.huying.whistle.SummonsState.Ended;
import org.huying.whistle.SummonsState.Missed;
import org.huying.whistle.SummonsState.Objected;
import org.huying.whistle.SummonsState.Received;
import org.huying.whistle.SummonsState.Signature;
import org.huying.whistle.SummonsState.Summoned;
import org.huying.whistle.SummonsState.Upheld;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// A summons as the table keeps it. The database takes all of a whistle's as one JSON array and gives them back as one.
///
/// @param rank where it stands in its unit's list: open ones by their limit, then what is over, newest first
record SummonsRow(
        UUID unit,
        boolean lead,
        SummonsStateName state,
        Instant since,
        Instant dueAt,
        @Nullable Instant objectBy,
        @Nullable String team,
        @Nullable UUID onDuty,
        @Nullable Instant receivedAt,
        @Nullable UUID receivedBy,
        @Nullable String objection,
        @Nullable Instant objectedAt,
        @Nullable Boolean upheld,
        @Nullable String finding,
        @Nullable Instant foundAt,
        @Nullable Instant missedAt,
        @Nullable UUID above,
        @Nullable Instant arrivedAt,
        @Nullable UUID arrivedBy,
        @Nullable String arrivedName,
        @Nullable String arrivedPlace,
        @Nullable Double lon,
        @Nullable Double lat,
        @Nullable List<UUID> photos,
        @Nullable Boolean late,
        @Nullable Instant signedAt,
        @Nullable UUID signedBy,
        @Nullable String signedName,
        @Nullable Instant endedAt,
        @Nullable Integer response,
        @Nullable Integer quality,
        @Nullable Boolean solved,
        @Nullable String remark,
        long rank) {

    private static final long OVER = 1L << 52;
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    static String write(List<Summons> summons) {
        return JSON.writeValueAsString(summons.stream().map(SummonsRow::of).toList());
    }

    static List<Summons> read(String json) {
        return List.of(JSON.readValue(json, SummonsRow[].class)).stream()
                .map(SummonsRow::summons)
                .toList();
    }

    static SummonsRow of(Summons summons) {
        var marks = summons.marks();
        var finding = marks.objection().flatMap(Objection::finding);
        var arrival = summons.state().arrived();
        return new SummonsRow(
                summons.unit(),
                summons.lead(),
                SummonsStateName.of(summons.state()),
                summons.since(),
                summons.due(),
                summons.objectBy().orElse(null),
                summons.squad().map(Squad::team).orElse(null),
                summons.squad().flatMap(Squad::person).orElse(null),
                marks.receipt().map(Receipt::at).orElse(null),
                marks.receipt().map(Receipt::by).orElse(null),
                marks.objection().map(Objection::reason).orElse(null),
                marks.objection().map(Objection::at).orElse(null),
                finding.map(Finding::upheld).orElse(null),
                finding.map(Finding::words).orElse(null),
                finding.map(Finding::at).orElse(null),
                marks.miss().map(Miss::at).orElse(null),
                marks.miss().flatMap(Miss::above).orElse(null),
                arrival.map(Arrival::at).orElse(null),
                arrival.map(Arrival::by).orElse(null),
                arrival.map(Arrival::name).orElse(null),
                arrival.map(Arrival::place).orElse(null),
                arrival.flatMap(Arrival::point).map(GeoPoint::lon).orElse(null),
                arrival.flatMap(Arrival::point).map(GeoPoint::lat).orElse(null),
                arrival.map(Arrival::photos).orElse(null),
                arrival.map(Arrival::late).orElse(null),
                summons.state().signed().map(Signature::at).orElse(null),
                summons.state().signed().map(Signature::by).orElse(null),
                summons.state().signed().map(Signature::name).orElse(null),
                summons.state() instanceof Ended(_, _, var at) ? at : null,
                marks.evaluation().map(Evaluation::response).orElse(null),
                marks.evaluation().map(Evaluation::quality).orElse(null),
                marks.evaluation().map(Evaluation::solved).orElse(null),
                marks.evaluation().map(Evaluation::words).orElse(null),
                rank(summons));
    }

    private static long rank(Summons summons) {
        long due = summons.due().toEpochMilli();
        return summons.state().done() ? OVER - due : due;
    }

    Summons summons() {
        return new Summons(
                unit,
                lead,
                since,
                dueAt,
                Optional.ofNullable(objectBy),
                Optional.ofNullable(team).map(it -> new Squad(it, Optional.ofNullable(onDuty))),
                standing(),
                marks());
    }

    private SummonsState standing() {
        return switch (state) {
            case SUMMONED -> new Summoned();
            case RECEIVED -> new Received();
            case OBJECTED -> new Objected();
            case UPHELD -> new Upheld();
            case DENIED -> new Denied();
            case MISSED -> new Missed();
            case CHECKED_IN -> new CheckedIn(arrival().orElseThrow(), signature());
            case ENDED -> new Ended(arrival(), signature(), Objects.requireNonNull(endedAt));
        };
    }

    private Optional<Arrival> arrival() {
        if (arrivedAt == null || arrivedBy == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Arrival(
                        arrivedBy,
                        Objects.requireNonNull(arrivedName),
                        arrivedAt,
                        Objects.requireNonNull(arrivedPlace),
                        lon == null || lat == null
                                ? Optional.empty()
                                : Optional.of(new GeoPoint(lon, lat)),
                        Objects.requireNonNull(photos),
                        Boolean.TRUE.equals(late)));
    }

    private Optional<Signature> signature() {
        return signedAt == null || signedBy == null || signedName == null
                ? Optional.empty()
                : Optional.of(new Signature(signedBy, signedName, signedAt));
    }

    private Marks marks() {
        return new Marks(
                receivedAt == null || receivedBy == null
                        ? Optional.empty()
                        : Optional.of(new Receipt(receivedBy, receivedAt)),
                objection == null || objectedAt == null
                        ? Optional.empty()
                        : Optional.of(new Objection(objection, objectedAt, found())),
                missedAt == null
                        ? Optional.empty()
                        : Optional.of(new Miss(missedAt, Optional.ofNullable(above))),
                response == null || quality == null || solved == null || remark == null
                        ? Optional.empty()
                        : Optional.of(new Evaluation(response, quality, solved, remark)));
    }

    private Optional<Finding> found() {
        return upheld == null || finding == null || foundAt == null
                ? Optional.empty()
                : Optional.of(new Finding(upheld, finding, foundAt));
    }
}
