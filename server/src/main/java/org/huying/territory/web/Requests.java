package org.huying.territory.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huying.territory.Kind;
import org.huying.territory.TerritoryCode;
import org.huying.territory.edit.Change.NewPlace;
import org.huying.territory.store.NodeRow.Sizes;
import org.jspecify.annotations.Nullable;

/// What may be asked of the territory. `from` is the first day of the new state, today if it is missing.
final class Requests {
    private Requests() {}

    /// A new place without an outline; outlines come by import. Without a `code` it gets the next free number.
    record PlaceRequest(
            @NotNull TerritoryCode parent,
            @Nullable TerritoryCode code,
            @NotNull Kind kind,
            @NotBlank @Size(max = 100) String name,
            @Nullable @Min(0) @Max(10_000_000) Integer households,
            @Nullable @Min(0) @Max(10_000_000) Integer residents) {

        NewPlace place() {
            var sizes = new Sizes(Optional.ofNullable(households), Optional.ofNullable(residents));
            return new NewPlace(
                    parent,
                    Optional.ofNullable(code),
                    kind,
                    name.strip(),
                    sizes,
                    Optional.empty(),
                    false);
        }
    }

    record CreateRequest(@NotNull @Valid PlaceRequest place, @Nullable LocalDate from) {}

    /// With `carry` what lies in the parts moves below the new place under new codes.
    record MergeRequest(
            @NotNull @Size(min = 2, max = 100) List<TerritoryCode> parts,
            @NotNull @Valid PlaceRequest into,
            @Nullable LocalDate from,
            @NotBlank @Size(max = 200) String source,
            @Nullable Boolean carry) {}

    record SplitRequest(
            @NotNull TerritoryCode place,
            @NotNull @Size(min = 2, max = 100) List<@Valid PlaceRequest> parts,
            @Nullable LocalDate from,
            @NotBlank @Size(max = 200) String source) {}

    record RenameRequest(
            @NotNull TerritoryCode place,
            @NotBlank @Size(max = 100) String name,
            @Nullable LocalDate from,
            @NotBlank @Size(max = 200) String source) {}

    record CancelRequest(
            @NotNull TerritoryCode place,
            @Nullable LocalDate from,
            @NotBlank @Size(max = 200) String source) {}
}
