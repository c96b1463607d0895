package org.huying.whistle;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.org.Organisations;
import org.huying.problem.Problem;
import org.huying.whistle.WhistleLine.WhistlePage;
import org.huying.whistle.WhistleLists.Line;
import org.huying.whistle.WhistleLists.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Lists of whistles: blown by my unit, calling my unit, in my area.
@RestController
@RequestMapping("/api/v1/{region}/whistles")
class WhistleListController {

    private static final String PLACE = "[0-9]{1,16}\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final WhistleLists lists;
    private final WhistleViews views;
    private final Organisations organisations;

    WhistleListController(WhistleLists lists, WhistleViews views, Organisations organisations) {
        this.lists = lists;
        this.views = views;
        this.organisations = organisations;
    }

    /// @param axis `called`: blown by my units; `summoned`: my units must come, what is due first on top; `area`
    @GetMapping
    @Permit(Sight.READ)
    WhistlePage list(
            @PathVariable @Pattern(regexp = WhistleRequests.REGION) String region,
            @RequestParam(defaultValue = "summoned") @Pattern(regexp = "called|summoned|area")
                    String axis,
            @RequestParam(required = false) @Nullable @Pattern(regexp = PLACE) String after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(200) int limit,
            Caller caller) {
        var scope = Scope.of(caller, region, organisations);
        int wanted = limit + 1;
        return page(
                switch (axis) {
                    case "called" ->
                            lists.called(region, scope, place(after, Place.NEWEST), wanted);
                    case "area" -> lists.within(region, scope, place(after, Place.NEWEST), wanted);
                    default -> lists.summoned(region, scope, place(after, Place.FIRST), wanted);
                },
                limit);
    }

    private WhistlePage page(List<Line> lines, int limit) {
        boolean more = lines.size() > limit;
        var shown = more ? lines.subList(0, limit) : lines;
        return new WhistlePage(
                shown.stream().map(it -> views.line(it.whistle(), it.unit())).toList(),
                more ? text(shown.getLast().place()) : null);
    }

    private static String text(Place place) {
        return place.rank() + "." + place.id();
    }

    private static Place place(@Nullable String text, Place first) {
        if (text == null) {
            return first;
        }
        int dot = text.indexOf('.');
        try {
            return new Place(
                    Long.parseLong(text.substring(0, dot)),
                    UUID.fromString(text.substring(dot + 1)));
        } catch (IllegalArgumentException e) {
            throw Problem.UNREADABLE.with(
                    "after 不是本列表给出的翻页标记", "after is not a place that this list has handed out");
        }
    }
}
