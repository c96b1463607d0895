package org.huying.matter;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.huying.matter.MatterView.Named;
import org.huying.matter.MatterView.Unit;
import org.huying.matter.loop.Light;
import org.jspecify.annotations.Nullable;

/// What stands beside the state of a matter, as the API shows it.
///
/// @param rung the level word at which it stands on the ladder
/// @param firstUnit the first unit that received it and stays responsible
/// @param owed the record of an emergency is still owed
/// @param excluded `ALL` or `RATING` when left out of the assessment
/// @param master the matter it was merged into; `parent` the one it was split from
/// @param parts how many matters were split from it
/// @param invited the resident was invited to rate
/// @param revisit a revisit is owed
/// @param revisited what was said at the last revisit that met somebody
public record BesideView(
        String urgency,
        boolean key,
        boolean spot,
        boolean owed,
        List<String> excluded,
        @Nullable String rung,
        @Nullable Unit firstUnit,
        int returns,
        boolean fixed,
        @Nullable UUID master,
        @Nullable UUID parent,
        int parts,
        boolean invited,
        boolean revisit,
        @Nullable RevisitedView revisited,
        @Nullable OffsetDateTime closedAt,
        @Nullable ReplyView reply,
        @Nullable HoldView hold,
        @Nullable SupervisionView supervision,
        List<AssistView> assists,
        List<PleaView> pleas,
        List<ConsultView> consults) {

    /// The clock stands until `until` at the latest.
    public record HoldView(String kind, OffsetDateTime since, OffsetDateTime until, String words) {}

    /// What whoever was met answered.
    ///
    /// @param contacted whether the handler had been in contact, where that is asked
    /// @param answer how satisfied, where that is asked
    public record RevisitedView(
            @Nullable Boolean contacted,
            boolean solved,
            @Nullable Named answer,
            OffsetDateTime at) {}

    /// A reply is owed to whoever asked.
    public record ReplyView(OffsetDateTime due, Light light) {}

    /// Pressed from above.
    ///
    /// @param light how its date stands; green without one
    public record SupervisionView(
            String kind, OffsetDateTime since, @Nullable OffsetDateTime until, Light light) {}

    public record AssistView(Unit unit, String state, String task, @Nullable OffsetDateTime due) {}

    /// `mine`: the caller applied for it and may not decide it.
    ///
    /// @param steps what the caller may do about it: forward, grant, deny, retract
    /// @param stages who decides, in their order; one that was passed says when
    public record PleaView(
            int no,
            String kind,
            String state,
            String reason,
            @Nullable String length,
            @Nullable OffsetDateTime until,
            boolean mine,
            List<String> steps,
            List<StageView> stages) {}

    /// One stage of deciding.
    ///
    /// @param decider the level word whose desk decides
    /// @param passed when it passed the application on
    /// @param now it is the one that decides now, until `due`
    public record StageView(
            String zh,
            String en,
            String decider,
            @Nullable OffsetDateTime passed,
            boolean now,
            @Nullable OffsetDateTime due) {}

    public record ConsultView(
            int no,
            String topic,
            List<Unit> units,
            List<String> opinions,
            @Nullable String decision) {}
}
