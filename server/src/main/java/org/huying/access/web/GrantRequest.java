package org.huying.access.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.NewGrant;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;

/// A role to be given; without an area for the whole country, with a unit only for what that unit has in hand.
record GrantRequest(
        @NotBlank @Size(max = 60) String role,
        @Nullable
                @Pattern(
                        regexp =
                                "[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12}|[0-9]{15}|[0-9]{18}")
                String area,
        @Nullable UUID unit) {

    NewGrant grant() {
        return new NewGrant(
                role, Optional.ofNullable(area).map(TerritoryCode::of), Optional.ofNullable(unit));
    }
}
