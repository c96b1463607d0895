package org.huying.calendar.days;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Days to enter for a county, and on whose word: the notice of a holiday, a local festival, a make-up workday.
record DaysRequest(
        @NotBlank @Size(max = 500) String why,
        @NotEmpty @Size(max = 400) List<@NotNull @Valid Day> days) {

    /// @param worked whether the day is worked; absent gives it back to the calendar of the country
    record Day(@NotNull LocalDate day, @Nullable Boolean worked) {}
}
