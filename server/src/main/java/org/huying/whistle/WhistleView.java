package org.huying.whistle;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A whistle as the API shows it to one caller: everything that the whistle slip (吹哨单) prints, its history, and the
/// steps this caller may take now.
///
/// @param escalated some unit did not come in time, and the unit above it was told
/// @param evaluated this level is rated by the caller before it is closed
record WhistleView(
        UUID id,
        String region,
        String number,
        int version,
        WhistleStateName state,
        boolean open,
        boolean escalated,
        Keyed rung,
        Keyed cause,
        @Nullable Keyed item,
        String reason,
        @Nullable LinkedMatter matter,
        boolean emergency,
        String title,
        String text,
        Scene scene,
        CallerView caller,
        List<SummonsView> summoned,
        @Nullable JointRecordView record,
        @Nullable String outcome,
        @Nullable String withdrawn,
        boolean evaluated,
        OffsetDateTime blownAt,
        OffsetDateTime changedAt,
        String playbook,
        int playbookVersion,
        List<WhistleOffer> steps,
        List<WhistleStep> timeline) {

    /// A key of the playbook with its name in both languages.
    record Keyed(String key, String name, String en) {}

    record LinkedMatter(UUID id, String number) {}

    record Scene(String code, List<String> names, String place, @Nullable Spot point) {}

    record Spot(double lon, double lat) {}

    /// @param unit missing where the desk of the place has no body
    record CallerView(
            @Nullable UUID unit,
            @Nullable String unitName,
            String node,
            String nodeName,
            String name) {}

    /// One unit's part.
    ///
    /// @param team the kind of team through which it was called
    /// @param onDuty who of the team was on duty then
    /// @param overdue not there although its time is over
    record SummonsView(
            UUID unit,
            String name,
            boolean lead,
            SummonsStateName state,
            OffsetDateTime since,
            OffsetDateTime due,
            @Nullable OffsetDateTime objectBy,
            @Nullable String team,
            @Nullable UUID onDuty,
            boolean overdue,
            @Nullable OffsetDateTime received,
            @Nullable ObjectionView objection,
            @Nullable MissView missed,
            @Nullable ArrivalView arrival,
            @Nullable SignatureView signature,
            @Nullable OffsetDateTime ended,
            @Nullable EvaluationView evaluation) {}

    record ObjectionView(
            String reason,
            OffsetDateTime at,
            @Nullable Boolean upheld,
            @Nullable String finding,
            @Nullable OffsetDateTime foundAt) {}

    record MissView(OffsetDateTime at, @Nullable UUID above, @Nullable String aboveName) {}

    record ArrivalView(
            String name,
            OffsetDateTime at,
            String place,
            @Nullable Spot point,
            List<UUID> photos,
            boolean late) {}

    record SignatureView(String name, OffsetDateTime at) {}

    record EvaluationView(int response, int quality, boolean solved, String words) {}

    record JointRecordView(int revision, String text) {}

    /// A step the caller may take; `unit` where it is taken for one unit.
    record WhistleOffer(WhistleAct act, @Nullable UUID unit) {}

    /// One row of the history.
    record WhistleStep(
            int seq,
            OffsetDateTime at,
            String actor,
            String act,
            String from,
            String to,
            String note,
            @JsonRawValue @Schema(type = "object") String facts,
            String hash) {}
}
