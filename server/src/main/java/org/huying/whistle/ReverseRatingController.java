package org.huying.whistle;

import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.org.Organisations;
import org.huying.whistle.ReverseRating.Grade;
import org.huying.whistle.ReverseRatings.OfUnit;
import org.huying.whistle.ReverseRatings.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What those who called say of those who were called (反向评价), weighed per unit and month or quarter.
@RestController
@RequestMapping("/api/v1/{region}/whistles/figures/ratings")
class ReverseRatingController {

    /// Whistles blown from the first to the last day, both counted. At most 500 units, those called most on top.
    ///
    /// @param enough fewer ratings than this get no grade
    record RatingsView(LocalDate from, LocalDate to, int enough, List<UnitRatings> units) {}

    /// @param parts by month or quarter, those without a call left out
    record UnitRatings(UUID unit, String name, RatingView whole, List<RatingPart> parts) {}

    /// @param begins the first day of the month or quarter, of which only what lies in the time asked for is counted
    record RatingPart(LocalDate begins, RatingView rating) {}

    /// @param summoned how often it was called
    /// @param rated how often it was rated; what the averages and shares are counted over
    /// @param response average from 1 to 5, as `quality`; both count the same in `score`, which is out of 100
    /// @param solvedShare share of the rated ones that were solved, out of 100
    /// @param grade `A` from 90, `B` from 75, `C` from 60, `D` from 40, else `E`; none for a few ratings
    /// @param few too few ratings for a grade
    record RatingView(
            int summoned,
            int rated,
            @Nullable BigDecimal response,
            @Nullable BigDecimal quality,
            int solved,
            @Nullable BigDecimal solvedShare,
            @Nullable BigDecimal score,
            @Nullable Grade grade,
            boolean few) {

        static RatingView of(ReverseRating rating) {
            return new RatingView(
                    rating.summoned(),
                    rating.rated(),
                    rating.averageResponse().orElse(null),
                    rating.averageQuality().orElse(null),
                    rating.solved(),
                    rating.solvedShare().orElse(null),
                    rating.score().orElse(null),
                    rating.grade().orElse(null),
                    rating.few());
        }
    }

    private final ReverseRatings ratings;
    private final Organisations organisations;

    ReverseRatingController(ReverseRatings ratings, Organisations organisations) {
        this.ratings = ratings;
        this.organisations = organisations;
    }

    @GetMapping
    @Permit(Sight.READ)
    RatingsView ratings(
            @PathVariable @Pattern(regexp = WhistleRequests.REGION) String region,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = "month") @Pattern(regexp = "month|quarter") String step,
            Caller caller) {
        var scope = Scope.of(caller, region, organisations);
        var found =
                ratings.of(
                        region,
                        scope,
                        Period.of(from, to),
                        Step.valueOf(step.toUpperCase(Locale.ROOT)));
        var byUnit = new LinkedHashMap<UUID, List<OfUnit>>();
        found.forEach(it -> byUnit.computeIfAbsent(it.unit(), _ -> new ArrayList<>()).add(it));
        var names = organisations.names(region, List.copyOf(byUnit.keySet()));
        return new RatingsView(
                from,
                to,
                ReverseRating.ENOUGH,
                byUnit.entrySet().stream()
                        .map(it -> unit(SummonsViews.name(names, it.getKey()), it.getValue()))
                        .toList());
    }

    /// The whole stands first.
    private static UnitRatings unit(String name, List<OfUnit> rows) {
        var whole = rows.getFirst();
        return new UnitRatings(
                whole.unit(),
                name,
                RatingView.of(whole.rating()),
                rows.stream()
                        .flatMap(it ->
                                it.begins().stream()
                                        .map(day ->
                                                new RatingPart(day, RatingView.of(it.rating()))))
                        .toList());
    }
}
