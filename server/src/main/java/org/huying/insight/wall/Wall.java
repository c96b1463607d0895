package org.huying.insight.wall;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a wall shows of an area: sums only, no single matter and no person. In the description of the API its parts carry its
/// name, for other answers have places and units too. A count is absent where it is under five and the
/// caller may see nothing but sums.
///
/// @param area the place, `within` the places around it from the county down
/// @param from first day of the span, `to` is today
/// @param small whether counts under five are told
/// @param states open matters by state
/// @param funnel how far the matters reported in the span have come, from all of them down
/// @param losses of those: returned as not theirs, worked again, rejected, merged
/// @param places what lies directly below, by code
public record Wall(
        OffsetDateTime at,
        Place area,
        List<Place> within,
        LocalDate from,
        LocalDate to,
        boolean small,
        Now now,
        Today today,
        Rates rates,
        Map<String, @Nullable Long> states,
        List<Step> funnel,
        Map<String, @Nullable Long> losses,
        List<Below> places,
        Whistles whistles) {

    /// A place by code and name.
    ///
    /// @param level `COUNTY`, `STREET`, `COMMUNITY` or `GRID`
    @Schema(name = "WallPlace")
    public record Place(String code, String name, String level) {}

    /// Open matters.
    ///
    /// @param soon the running stage has turned amber, `overdue` it is past its time
    /// @param held suspended with approval
    @Schema(name = "WallNow")
    public record Now(
            @Nullable Long open,
            @Nullable Long overdue,
            @Nullable Long soon,
            @Nullable Long held) {}

    /// What came and went today; by the hour of the day 24 counts, none for a single place below.
    ///
    /// @param answered of those received today, taken up or declined with reasons
    @Schema(name = "WallToday")
    public record Today(
            @Nullable Long received,
            @Nullable Long answered,
            @Nullable Long closed,
            List<Long> receivedByHour,
            List<Long> closedByHour) {}

    /// Of the matters reported in the span.
    ///
    /// @param onTime no stage of which ran past its time
    /// @param solved the resident says so, of the rated
    /// @param satisfaction weighted mean of the ratings, 0 to 1, and of how many
    @Schema(name = "WallRates")
    public record Rates(Share onTime, Share solved, Mean satisfaction) {}

    /// A part of a whole.
    ///
    /// @param rate absent without any
    @Schema(name = "WallShare")
    public record Share(@Nullable Long count, @Nullable Long of, @Nullable Double rate) {}

    /// A mean and of how many.
    @Schema(name = "WallMean")
    public record Mean(@Nullable Long of, @Nullable Double rate) {}

    /// How many came that far.
    ///
    /// @param key `reported`, `accepted`, `dispatched`, `handled`, `rated`, `satisfied`
    @Schema(name = "WallStep")
    public record Step(String key, @Nullable Long count) {}

    /// A place below, with its rank among its neighbours by the mean of its rates; without one where there were under five
    /// reports.
    ///
    /// @param rankBefore in the span before, absent where it had none
    @Schema(name = "WallBelow")
    public record Below(
            Place place,
            Now now,
            Today today,
            @Nullable Long received,
            Rates rates,
            @Nullable Double score,
            @Nullable Integer rank,
            @Nullable Integer rankBefore) {}

    /// What is whistled today.
    ///
    /// @param minutes until all who were called were there, on average
    @Schema(name = "WallWhistles")
    public record Whistles(int blown, @Nullable Double minutes, List<Whistle> underWay) {}

    /// A whistle to which somebody still comes or at which somebody still is.
    ///
    /// @param subjectZh what kind of thing it is about, in the playbook's words
    /// @param place the street or community
    @Schema(name = "WallWhistle")
    public record Whistle(
            String subjectZh,
            String subjectEn,
            String place,
            String state,
            boolean emergency,
            OffsetDateTime blownAt,
            OffsetDateTime due,
            List<Unit> units) {}

    /// A unit that was called, and how far it is.
    @Schema(name = "WallUnit")
    public record Unit(String name, boolean lead, String state, OffsetDateTime due) {}
}
