package org.huying.suggest.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unkeyed;
import org.huying.matter.MatterSummaries;
import org.huying.matter.MatterSummary;
import org.huying.playbook.Playbooks;
import org.huying.problem.Problem;
import org.huying.suggest.Request;
import org.huying.suggest.Suggester;
import org.huying.suggest.web.SuggestionViews.OfferedItem;
import org.huying.suggest.web.SuggestionViews.SuggestionsView;
import org.huying.territory.GeoPoint;
import org.huying.territory.Level;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Suggestions before there is a matter, for one that is stored, and for residents who look for the right item. Reading
/// only: whoever accepts one takes the step of the matter himself.
@RestController
@RequestMapping("/api/v1/{region}")
class SuggestionController {

    static final String READ = "suggest:suggestion:read";
    private static final String MATTER_READ = "matter:matter:read";
    private static final String REGION = "\\d{6}";
    private static final String CODE = "\\d{6}|\\d{9}|\\d{12}|\\d{15}|\\d{18}";
    private static final String KEY = "[a-z0-9][a-z0-9.@_-]{0,63}";

    /// A point in WGS-84 / CGCS2000 degrees.
    record SuggestPoint(
            @NotNull @DecimalMin("-180") @DecimalMax("180") Double lon,
            @NotNull @DecimalMin("-90") @DecimalMax("90") Double lat) {}

    /// What is known of a request; the text alone will do.
    record SuggestRequest(
            @Nullable @Size(max = 80) String title,
            @NotBlank @Size(max = 4000) String text,
            @Nullable @Size(max = 200) String place,
            @Nullable @Pattern(regexp = KEY) String channel,
            @Nullable @Pattern(regexp = KEY) String demand,
            @Nullable @Pattern(regexp = KEY) String item,
            @Nullable @Pattern(regexp = CODE) String area,
            @Nullable @Valid SuggestPoint point) {}

    record SuggestItemsRequest(
            @Nullable @Size(max = 80) String title, @NotBlank @Size(max = 1000) String text) {}

    private final Suggester suggester;
    private final MatterSummaries matters;
    private final Playbooks playbooks;
    private final Territory territory;
    private final Clock clock;

    SuggestionController(
            Suggester suggester,
            MatterSummaries matters,
            Playbooks playbooks,
            Territory territory,
            Clock clock) {
        this.suggester = suggester;
        this.matters = matters;
        this.playbooks = playbooks;
        this.territory = territory;
        this.clock = clock;
    }

    @PostMapping("/suggestions")
    @Permit(READ)
    @Unkeyed(Unkeyed.HARMLESS)
    SuggestionsView suggest(
            @PathVariable @Pattern(regexp = REGION) String region,
            @RequestBody @Valid SuggestRequest body) {
        var request = request(region, body);
        return SuggestionsView.of(suggester.suggest(request), Optional.empty(), Optional.empty());
    }

    @PostMapping("/suggestions/items")
    @Permit(Permit.OPEN)
    @Unkeyed(Unkeyed.HARMLESS)
    List<OfferedItem> items(
            @PathVariable @Pattern(regexp = REGION) String region,
            @RequestBody @Valid SuggestItemsRequest body) {
        known(TerritoryCode.of(region));
        return suggester.forResidents(words(region, body.title(), body.text())).stream()
                .map(OfferedItem::of)
                .toList();
    }

    @GetMapping("/matters/{id}/suggestions")
    @Permit(READ)
    SuggestionsView ofMatter(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable UUID id,
            Caller caller) {
        var matter =
                matters.of(region, List.of(id)).stream()
                        .filter(it -> seen(caller, it))
                        .findFirst()
                        .orElseThrow(Problem.NOT_FOUND::plain);
        return SuggestionsView.of(
                suggester.suggest(request(matter)),
                Optional.of(matter.version()),
                Optional.of("/api/v1/" + region + "/matters/" + id));
    }

    /// Whoever may see the matter, where he may also see suggestions.
    private static boolean seen(Caller caller, MatterSummary matter) {
        var units = matter.unit().stream().toList();
        return caller.reach(MATTER_READ).covers(matter.area(), units)
                && caller.reach(READ).covers(matter.area(), units);
    }

    private Request request(String region, SuggestRequest body) {
        var item = Optional.ofNullable(body.item());
        var area = Optional.ofNullable(body.area()).map(TerritoryCode::of);
        var place = area.orElseGet(() -> TerritoryCode.of(region));
        var playbook = playbooks.current(known(place), clock.instant());
        if (item.isPresent() && item.flatMap(playbook::item).isEmpty()) {
            throw Problem.ITEM_UNKNOWN.plain();
        }
        area.ifPresent(it -> {
            if (!known(it).within(TerritoryCode.of(region))) {
                throw Problem.PLACE_UNKNOWN.plain();
            }
        });
        return new Request(
                region,
                said(body.title()),
                body.text(),
                said(body.place()),
                said(body.channel()),
                body.demand() == null ? "unstated" : body.demand(),
                item,
                area,
                Optional.ofNullable(body.point()).map(it -> new GeoPoint(it.lon(), it.lat())));
    }

    private TerritoryCode known(TerritoryCode place) {
        if (territory.node(place, clock.instant()).isEmpty()) {
            throw Problem.PLACE_UNKNOWN.plain();
        }
        return place;
    }

    private static Request request(MatterSummary matter) {
        return new Request(
                matter.region(),
                matter.title(),
                matter.text(),
                "",
                matter.channel(),
                matter.demand(),
                Optional.of(matter.item()).filter(it -> !it.isEmpty()),
                Optional.of(matter.area()).filter(it -> it.level() != Level.COUNTY),
                matter.point());
    }

    private static Request words(String region, @Nullable String title, String text) {
        return new Request(
                region,
                said(title),
                text,
                "",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static String said(@Nullable String words) {
        return words == null ? "" : words.strip();
    }
}
