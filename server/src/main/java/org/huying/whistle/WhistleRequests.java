package org.huying.whistle;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.GeoPoint;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;

/// The bodies of the whistle API, with the bounds of every field.
interface WhistleRequests {

    String REGION = "[0-9]{6}";
    String CODE = "[0-9]{6}|[0-9]{9}|[0-9]{12}|[0-9]{15}|[0-9]{18}";
    String KEY = "[a-z0-9][a-z0-9.@_-]{0,63}";

    /// A point in WGS-84 / CGCS2000 degrees.
    record WhistlePoint(
            @NotNull @DecimalMin("-180") @DecimalMax("180") Double lon,
            @NotNull @DecimalMin("-90") @DecimalMax("90") Double lat) {
        GeoPoint geo() {
            return new GeoPoint(lon, lat);
        }
    }

    /// A whistle. Without units the published list and the duty rules say who must come.
    ///
    /// @param rung key of the level, e.g. `street-to-department`
    /// @param teams kinds of teams, e.g. of joint enforcement, whose nearest one shall come
    /// @param reason why none of the published list's items fits
    record BlowRequest(
            @NotBlank @Pattern(regexp = KEY) String rung,
            @NotBlank @Pattern(regexp = KEY) String cause,
            @Nullable @Pattern(regexp = KEY) String item,
            @Nullable @Size(max = 500) String reason,
            @Nullable UUID matter,
            @Nullable Boolean emergency,
            @NotBlank @Size(max = 80) String title,
            @NotBlank @Size(max = 4000) String text,
            @NotBlank @Pattern(regexp = CODE) String area,
            @Nullable @Size(max = 200) String place,
            @Nullable @Valid WhistlePoint point,
            @Nullable UUID lead,
            @Nullable @Size(max = 12) List<@NotNull UUID> assist,
            @Nullable @Size(max = 4) List<@NotNull @Pattern(regexp = KEY) String> teams) {

        NewWhistle in(String region) {
            return new NewWhistle(
                    region,
                    rung,
                    cause,
                    Optional.ofNullable(item),
                    words(reason),
                    Optional.ofNullable(matter),
                    Boolean.TRUE.equals(emergency),
                    title.strip(),
                    text.strip(),
                    TerritoryCode.of(area),
                    words(place),
                    Optional.ofNullable(point).map(WhistlePoint::geo),
                    Optional.ofNullable(lead),
                    assist == null ? List.of() : assist,
                    teams == null ? List.of() : teams);
        }
    }

    /// Reporting in: where, with pictures that were uploaded before.
    record CheckInRequest(
            @Nullable @Size(max = 200) String place,
            @Nullable @Valid WhistlePoint point,
            @NotEmpty @Size(max = 9) List<@NotNull UUID> photos) {}

    record ObjectRequest(@NotBlank @Size(max = 1000) String reason) {}

    /// What the arbiter says.
    ///
    /// @param instead the unit that takes over; needed when the lead is let go
    record ArbitrateRequest(
            @NotNull Boolean upheld,
            @NotBlank @Size(max = 1000) String words,
            @Nullable UUID instead) {}

    record JointRecordRequest(@NotBlank @Size(max = 4000) String text) {}

    /// What is signed.
    ///
    /// @param revision of the record that was read
    record SignRequest(@NotNull @Min(1) @Max(1000) Integer revision) {}

    record SubmitRequest(@NotBlank @Size(max = 2000) String outcome) {}

    /// Why a unit is let go.
    ///
    /// @param instead the unit that takes over; needed when the lead is let go
    record ReleaseRequest(@NotBlank @Size(max = 1000) String words, @Nullable UUID instead) {}

    record WithdrawRequest(@NotBlank @Size(max = 1000) String reason) {}

    record CloseRequest(@Nullable @Size(max = 1000) String words) {}

    record EvaluateRequest(@NotEmpty @Size(max = 20) List<@Valid @NotNull UnitEvaluation> units) {}

    record UnitEvaluation(
            @NotNull UUID unit,
            @NotNull @Min(1) @Max(5) Integer response,
            @NotNull @Min(1) @Max(5) Integer quality,
            @NotNull Boolean solved,
            @Nullable @Size(max = 1000) String words) {}

    static String words(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
