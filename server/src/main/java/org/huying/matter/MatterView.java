package org.huying.matter;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.huying.matter.loop.Light;
import org.huying.playbook.Text;
import org.jspecify.annotations.Nullable;

/// A matter as the API shows it to one caller, with the steps this caller may take now.
record MatterView(
        UUID id,
        String region,
        String number,
        int version,
        StateName state,
        boolean open,
        String title,
        String text,
        String place,
        Named channel,
        Named demand,
        @Nullable Named item,
        Area area,
        @Nullable PointView point,
        @Nullable Unit unit,
        int round,
        @Nullable String reason,
        @Nullable String outcome,
        @Nullable Named answer,
        ClockView clock,
        BesideView beside,
        ContactView contact,
        OffsetDateTime reportedAt,
        OffsetDateTime changedAt,
        @Nullable String source,
        @JsonProperty("private") boolean hidden,
        List<FieldView> fields,
        List<String> missing,
        String playbook,
        int playbookVersion,
        @Nullable Suggestion suggestion,
        List<StepOffer> steps) {

    /// What the report carries; `value` is masked where it tells something about a person.
    ///
    /// @param words how people read it, where that is not the value itself
    record FieldView(String key, Text name, Object value, @Nullable Text words, boolean personal) {}

    record Named(String key, String name, String en) {}

    record Area(String code, List<String> names) {}

    record PointView(double lon, double lat) {}

    record Unit(UUID id, String name, @Nullable UUID person) {}

    /// `due` is when the present stage ends; `late` names the stages that ended past their limit.
    record ClockView(
            @Nullable String stage,
            @Nullable OffsetDateTime due,
            @Nullable OffsetDateTime wholeDue,
            boolean overdue,
            Light light,
            List<String> late) {}

    /// Masked; the plain contact is a look of its own and is recorded.
    ///
    /// @param unreadable what was sealed cannot be opened any more; `name` or `phone` says so
    record ContactView(
            boolean known, boolean unreadable, @Nullable String name, @Nullable String phone) {}

    /// Whom the rules would give it to, and why.
    record Suggestion(UUID unit, String name, @Nullable UUID person, String why) {}

    /// A step the caller may take, with the kinds of proof it needs.
    record StepOffer(Act act, List<String> evidence) {}
}
