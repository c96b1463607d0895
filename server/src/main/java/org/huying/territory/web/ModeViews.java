package org.huying.territory.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.TerritoryCode;
import org.huying.territory.edit.ModeEdits;
import org.huying.territory.store.ModeRows;
import org.jspecify.annotations.Nullable;

/// Modes from outside. `mode` is a key that the playbook explains.
final class ModeViews {
    private ModeViews() {}

    /// `from` is now if it is missing or past; without `until` it holds until it is switched off.
    record ModeOnRequest(
            @NotNull TerritoryCode area,
            @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,49}") String mode,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime until,
            @NotBlank @Size(max = 200) String reason) {

        ModeEdits.Wish wish() {
            return new ModeEdits.Wish(
                    area,
                    mode,
                    Optional.ofNullable(from).map(OffsetDateTime::toInstant),
                    Optional.ofNullable(until).map(OffsetDateTime::toInstant));
        }
    }

    record ModeOffRequest(@NotBlank @Size(max = 200) String reason) {}

    record ModeView(
            UUID id,
            TerritoryCode area,
            String mode,
            Instant from,
            @Nullable Instant until,
            UUID switchedBy,
            Instant switchedAt,
            String reason,
            @Nullable UUID endedBy,
            @Nullable String endReason,
            long version) {

        static ModeView of(ModeRows.ModeRow row) {
            return new ModeView(
                    row.id(),
                    row.spell().area(),
                    row.spell().mode(),
                    row.spell().from(),
                    row.spell().until().orElse(null),
                    row.word().by(),
                    row.word().at(),
                    row.word().reason(),
                    row.ended().orElse(null),
                    row.endReason().orElse(null),
                    row.version());
        }
    }

    record ModesView(List<ModeView> items, @Nullable UUID next) {}

    record ModeNowView(TerritoryCode area, @Nullable String mode) {}
}
